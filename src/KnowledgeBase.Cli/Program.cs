using System.CommandLine;
using KnowledgeBase.Cli;
using KnowledgeBase.Cli.Verbs;

var root = new RootCommand("Looks after the content of the knowledge base.")
{
    CheckVerb.Create(),
    SearchVerb.Create(),
    RulesVerb.Create(),
    RequestsVerb.Create(),
    VotesVerb.Create(),
    AddressesVerb.Create(),
    AccountVerb.Create(),
    NewVerb.Create(),
    GuideVerb.Create(),
    ImportVerb.Create(),
    RenameVerb.Create(),
    HistoryVerb.Create(),
    TranslationsVerb.Create(),
    ExportVerb.Create(),
    LinksVerb.Create(),
    BenchRelevanceVerb.Create(),
};
var command = root.Parse(args);
var code = command.Invoke();
// The library says 1 for words that it does not understand; here 1 means that errors were found.
return command.Errors.Count > 0 ? ExitCode.NotRun : code;
