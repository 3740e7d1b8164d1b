using System.CommandLine;
using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Cli.Verbs;

/// <summary>`kb restore`: a backup into empty folders, before the site is started.</summary>
internal static class RestoreVerb
{
    public static Command Create(SiteStores stores)
    {
        var backup = new Argument<string>("backup") { Description = "The file that kb backup made." };
        var content = new Option<string>("--content") { Description = "The content folder to fill; made where it is missing, else it must be empty.", Required = true };
        var data = new Option<string>("--data") { Description = "The data folder to fill; made where it is missing, else it must be empty. A database is named by the environment, as for the site, and must hold nothing yet.", Required = true };
        var verb = new Command("restore", "Restores a backup into empty folders; run it as the site's user, then start the site. Answers 0, 1 if something had to be left out, 2 if it could not run.") { backup, content, data };
        verb.SetAction((words, cancellation) => Run(stores, words.GetValue(backup)!, words.GetValue(content)!, words.GetValue(data)!, words.InvocationConfiguration, cancellation));
        return verb;
    }

    private static Task<int> Run(SiteStores stores, string backup, string content, string data, InvocationConfiguration console, CancellationToken cancellation)
    {
        // Nothing is overwritten below, so making a folder does no harm whatever follows.
        Directory.CreateDirectory(content);
        Directory.CreateDirectory(data);
        return stores.Use(data, content, console, async services =>
            await BackupVerb.Say(await services.GetRequiredService<SiteBackup>().Restore(backup, cancellation), "Restored from", console));
    }
}
