using System.Diagnostics;

namespace KnowledgeBase.Tests.Cli;

/// <summary>The built command, run as its users run it: another process, output in a pipe.</summary>
internal static class Kb
{
    public static (int Code, string Output, string Errors) Run(params string[] arguments) => RunWith("", arguments);

    /// <param name="input">What is piped into the command.</param>
    public static (int Code, string Output, string Errors) RunWith(string input, params string[] arguments) => RunWith(input, [], arguments);

    /// <param name="environment">Further variables of the environment.</param>
    public static (int Code, string Output, string Errors) RunWith(string input, Dictionary<string, string> environment, params string[] arguments)
    {
        // The command's assembly is copied beside the tests; the runtime configuration of the tests fits it.
        var tests = typeof(Kb).Assembly.GetName().Name;
        var start = new ProcessStartInfo("dotnet", ["exec", "--runtimeconfig", At(tests + ".runtimeconfig.json"), "--depsfile", At(tests + ".deps.json"), At("kb.dll"), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root, StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    private static string At(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
