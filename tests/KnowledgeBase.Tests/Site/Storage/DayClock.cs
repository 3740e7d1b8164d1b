namespace KnowledgeBase.Tests.Site.Storage;

/// <summary>Noon of a day that the test turns.</summary>
internal sealed class DayClock : TimeProvider
{
    public static readonly DateOnly First = new(2026, 11, 21);

    public int Day { get; set; }

    public override DateTimeOffset GetUtcNow() => new(First.AddDays(Day).ToDateTime(new(12, 0)), TimeSpan.Zero);
}
