var app = WebApplication.CreateBuilder(args).Build();
app.Run();

/// <summary>Entry point, public for tests that start the real host.</summary>
public sealed partial class Program
{
    private Program()
    {
    }
}
