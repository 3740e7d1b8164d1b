using Spectre.Console;

namespace KnowledgeBase.Cli;

/// <summary>A bar for long work, on the terminal's error side; nothing in a pipe (Feature 128).</summary>
internal static class CommandProgress
{
    /// <param name="work">Is given a function to tell how much is done, of how much; any thread may call it.</param>
    public static T Run<T>(string words, Func<Action<int, int>, T> work)
    {
        if (Console.IsErrorRedirected) return work((_, _) => { });
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).Start(bars =>
        {
            var bar = bars.AddTask(Markup.Escape(words));
            var result = work((done, all) =>
            {
                bar.MaxValue = Math.Max(1, all);
                bar.Value = done;
            });
            bar.Value = bar.MaxValue;
            return result;
        });
    }
}
