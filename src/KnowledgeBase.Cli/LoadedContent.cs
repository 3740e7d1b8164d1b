using KnowledgeBase.Site;
using KnowledgeBase.Site.Storage;
using Spectre.Console;

namespace KnowledgeBase.Cli;

/// <summary>A content folder as the site would show it. Progress goes to the terminal's error side, and nowhere in a pipe.</summary>
internal static class LoadedContent
{
    /// <summary>The site, or null after saying on <paramref name="errors"/> why there is none.</summary>
    /// <param name="isPublic">False also reads articles whose `publish-at` has not come yet.</param>
    public static SiteSnapshot? Read(string folder, TextWriter errors, bool isPublic = true)
    {
        if (!Directory.Exists(folder))
        {
            errors.WriteLine($"There is no folder {folder}.");
            return null;
        }
        return WithProgress($"Reading {folder}", () =>
        {
            var files = ContentFolder.Read(folder).Select(f => f.Content).ToList();
            return SiteBuilder.Build(files, null, TimeProvider.System, isPublic: isPublic);
        });
    }

    public static T WithProgress<T>(string words, Func<T> work)
    {
        if (Console.IsErrorRedirected) return work();
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Status().Start(Markup.Escape(words), _ => work());
    }
}
