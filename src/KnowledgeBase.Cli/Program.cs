using System.CommandLine;
using KnowledgeBase.Cli;
using KnowledgeBase.Cli.Verbs;
using KnowledgeBase.Postgres;

// The environment may name a database, as it does for the site.
var stores = new SiteStores(PostgresStorage.AddPostgres);
var root = new RootCommand("Looks after the content of the knowledge base.")
{
    CheckVerb.Create(),
    SearchVerb.Create(),
    RulesVerb.Create(),
    RequestsVerb.Create(stores),
    VotesVerb.Create(stores),
    AddressesVerb.Create(),
    AccountVerb.Create(stores),
    NewVerb.Create(),
    GuideVerb.Create(),
    ImportVerb.Create(),
    RenameVerb.Create(),
    HistoryVerb.Create(),
    TranslationsVerb.Create(),
    ExportVerb.Create(),
    LinksVerb.Create(stores),
    BackupVerb.Create(stores),
    RestoreVerb.Create(stores),
    BenchRelevanceVerb.Create(),
};
var command = root.Parse(args);
var code = command.Invoke();
// The library says 1 for words that it does not understand; here 1 means that errors were found.
return command.Errors.Count > 0 ? ExitCode.NotRun : code;
