using System.Text;
using KnowledgeBase.Content;
using KnowledgeBase.Content.Checking;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Content;

/// <summary>Content for tests: a folder under tests/data, or files written in the test.</summary>
internal static class TestContent
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static IReadOnlyList<ContentFile> Files(string folder) => [.. ContentFolder.Read(Repository.At("tests", "data", folder)).Select(f => f.Content)];

    public static ContentFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    public static ContentSet Read(params (string Path, string Text)[] files) => ContentReader.Read([.. files.Select(f => File(f.Path, f.Text))]);

    public static IReadOnlyList<Diagnostic> Check(ContentSet content) => ContentChecker.Check(content, Today);

    /// <summary>`file:line:column RULE`, as in the fixtures' expected.txt.</summary>
    public static string Line(Diagnostic d) => $"{d.File}:{d.Line}:{d.Column} {d.Rule.Id}";
}
