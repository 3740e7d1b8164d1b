using KnowledgeBase.Site.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeBase.Tests.Site;

internal static class SavedStarts
{
    public static SavedStart In(string folder) => new(new(folder, NullLogger<SavedArticles>.Instance), new(folder, NullLogger<SavedIndex>.Instance));
}
