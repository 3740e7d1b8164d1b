using System.Collections;
using System.Reflection;
using KnowledgeBase.Content;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Content.Articles;

public sealed class ParsedArticlesTests
{
    private static readonly IReadOnlyList<ContentFile> s_files =
    [
        .. ContentFolder.Read(Repository.At("content")).Select(f => f.Content),
        TestContent.File("articles/errors/everything.en.md", """
            ---
            title: Everything "at once" <b>
            id: all-at-once
            summary: One of each.
            codes: [0xC004F213, 0x8007232B]
            applies-to: { os: [windows-11], licence: [oem], edition: [pro] }
            published: 2026-01-02
            updated: 2026-02-03
            review-by: 2027-01-01
            author: A
            owner: B
            verified: { on: Windows 11 24H2, date: 2026-10-02, by: C }
            ready-to-translate: false
            publish-at: 2026-01-02T03:04:05Z
            findable-by: [one query, another]
            sources: [{ title: T, url: "https://learn.microsoft.com/x", checked: 2026-11-01 }]
            related: [other]
            unknown-key: 1
            ---
            <script>alert(1)</script> The lead\u0000 has 0xC004F213 in it 😀.

            ## A heading

            ::: steps
            1. First {admin time=2m}
            2. Second `slmgr /dlv` {#second irreversible data-risk}
            :::

            [lost](nowhere.md) ![](picture.png)
            """),
        new("articles/errors/broken.en.md", new byte[] { 0xFF, 0xFE, 0x00 }),
    ];

    [Fact]
    public void Every_property_of_an_article_comes_back()
    {
        var content = ContentReader.Read(s_files);
        var back = ContentReader.Read(s_files, ParsedArticles.Read(new MemoryStream(Written(content))));
        Assert.Equal(content.Articles.Count, back.Articles.Count);
        Assert.All(content.Articles.Zip(back.Articles), pair =>
        {
            Assert.NotSame(pair.First, pair.Second);
            Same(pair.First, pair.Second, pair.First.Path);
        });
        Same(content.Diagnostics, back.Diagnostics, "diagnostics");
        Assert.Contains(content.Diagnostics, d => d.File.StartsWith("articles/", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_what_changed_is_parsed_anew()
    {
        var known = ParsedArticles.Read(new MemoryStream(Written(ContentReader.Read(s_files))))!;
        var same = ContentReader.Read(s_files, known);
        Assert.True(ParsedArticles.AreSame(known, same));
        var changed = s_files.First(f => f.Path.EndsWith(".ja.md", StringComparison.Ordinal) && f.Path.StartsWith("articles/", StringComparison.Ordinal));
        var next = ContentReader.Read([.. s_files.Select(f => f == changed ? new ContentFile(f.Path, (byte[])[.. f.Bytes.Span, (byte)'x']) : f)], known);
        Assert.False(ParsedArticles.AreSame(known, next));
        Assert.Equal([changed.Path], next.Articles.Where(a => a.Body.IsValueCreated).Select(a => a.Path));
    }

    [Fact]
    public void Damage_anywhere_is_noticed()
    {
        var whole = Written(ContentReader.Read(s_files));
        for (var at = 3; at < whole.Length; at += whole.Length / 40)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x20;
            Assert.Null(Try(damaged));
            Assert.Null(Try(whole[..at]));
        }
    }

    private static ContentSet? Try(byte[] bytes)
    {
        try
        {
            return ParsedArticles.Read(new MemoryStream(bytes));
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            return null;
        }
    }

    private static byte[] Written(ContentSet content)
    {
        var to = new MemoryStream();
        ParsedArticles.Write(content, to);
        return to.ToArray();
    }

    private static void Same(object? one, object? other, string where)
    {
        if (one is null || other is null || one is string || one.GetType().IsPrimitive || one is Enum or DateOnly or DateTimeOffset or Locale or DiagnosticRule or ErrorCode) Assert.True(Equals(one, other), $"{where}: {one} is {other}");
        else if (one is SourcePlaces places) Assert.Equal(places.All.OrderBy(p => p.Key, StringComparer.Ordinal), ((SourcePlaces)other).All.OrderBy(p => p.Key, StringComparer.Ordinal));
        else if (one is IEnumerable items)
        {
            var (all, others) = (items.Cast<object?>().ToList(), ((IEnumerable)other).Cast<object?>().ToList());
            Assert.True(all.Count == others.Count, $"{where}: {all.Count} items are {others.Count}");
            for (var i = 0; i < all.Count; i++) Same(all[i], others[i], $"{where}[{i}]");
        }
        else
        {
            foreach (var property in one.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)) Same(property.GetValue(one), property.GetValue(other), $"{where}.{property.Name}");
        }
    }
}
