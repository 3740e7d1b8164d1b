using System.CommandLine;
using System.Text;

namespace KnowledgeBase.Cli;

/// <summary>Reads a password from the terminal without showing it, or as the first line of what is piped in; never from the arguments,
/// which every process of the machine may read.</summary>
internal static class PasswordPrompt
{
    /// <returns>Null where none was given, or the second one was another.</returns>
    public static async Task<string?> Read(InvocationConfiguration console)
    {
        if (Console.IsInputRedirected) return await Console.In.ReadLineAsync() is { Length: > 0 } line ? line : null;
        var first = await Hidden(console, "Password: ");
        var second = await Hidden(console, "Once more: ");
        if (first == second) return first.Length > 0 ? first : null;
        await console.Error.WriteLineAsync("The two are not the same.");
        return null;
    }

    private static async Task<string> Hidden(InvocationConfiguration console, string prompt)
    {
        await console.Error.WriteAsync(prompt);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }

        await console.Error.WriteLineAsync();
        return typed.ToString();
    }
}
