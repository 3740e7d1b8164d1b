namespace KnowledgeBase.Content.Checking;

/// <summary>Every text that readers see, with its language. Golden queries and what Windows itself shows are not ours to word.</summary>
internal static class ProseCollector
{
    public static IEnumerable<ContentProse> Collect(ContentSet content) =>
    [
        .. content.Articles.SelectMany(InArticle), .. content.Codes.SelectMany(InCode), .. content.Guides.SelectMany(InGuide),
        .. content.Replies.SelectMany(r => Of(r.Title, r.Path, language => r.Places.At($"title.{language}")).Concat(Of(r.Body, r.Path, language => r.Places.At($"body.{language}")))),
        .. content.Glossary.SelectMany(t => Of(t.Meaning, "glossary.yaml", _ => (t.Line, 1))),
        .. content.Categories.SelectMany(c => Of(c.Title, "categories.yaml", _ => (1, 1)).Concat(Of(c.Summary, "categories.yaml", _ => (1, 1)))),
    ];

    private static IEnumerable<ContentProse> InArticle(Article article)
    {
        foreach (var (name, text) in new[] { ("title", article.Title), ("summary", article.Summary) })
        {
            var (line, column) = article.FrontMatter.Places.At(name);
            yield return new(text, article.Locale, article.Path, line, column);
        }
        foreach (var part in article.Prose) yield return new(part.Text, article.Locale, article.Path, part.Line, part.Column, IsVerbatim: true);
    }

    private static IEnumerable<ContentProse> InCode(CodeEntry code)
    {
        var texts = new List<(string Name, LocalizedText Text)> { ("title", code.Title), ("meaning", code.Meaning), ("who", code.Who), ("retired-note", code.RetiredNote) };
        if (code.First is { } first) texts.Add(("first.text", first.Text));
        texts.AddRange(code.Appears.Select((a, i) => ($"appears[{i + 1}]", a)));
        texts.AddRange(code.Cases.SelectMany((c, i) => new[] { ($"cases[{i + 1}].who", c.Who), ($"cases[{i + 1}].cause", c.Cause), ($"cases[{i + 1}].remedy", c.Remedy) }));
        texts.AddRange(code.ConfusedWith.Select((c, i) => ($"confused-with[{i + 1}].how", c.How)));
        return texts.SelectMany(t => Of(t.Text, code.Path, language => code.Places.At($"{t.Name}.{language}")));
    }

    private static IEnumerable<ContentProse> InGuide(Guide guide)
    {
        var texts = new List<(string Name, LocalizedText Text)> { ("title", guide.Title), ("summary", guide.Summary) };
        foreach (var question in guide.Questions)
        {
            var at = $"questions.{question.Id}";
            texts.AddRange([($"{at}.ask", question.Ask), ($"{at}.help", question.Help)]);
            texts.AddRange(question.Options.SelectMany(o => new[] { ($"{at}.answers.{o.Id}.label", o.Label), ($"{at}.answers.{o.Id}.note", o.Note) }));
        }
        texts.AddRange(guide.Outcomes.SelectMany(o => new[] { ($"outcomes.{o.Id}.title", o.Title), ($"outcomes.{o.Id}.note", o.Note) }));
        return texts.SelectMany(t => Of(t.Text, guide.Path, language => guide.Places.At($"{t.Name}.{language}")));
    }

    private static IEnumerable<ContentProse> Of(LocalizedText text, string file, Func<string, (int Line, int Column)> place)
    {
        foreach (var locale in Locale.All)
        {
            if (text[locale] is not { } words) continue;
            var (line, column) = place(locale.Tag);
            yield return new(words, locale, file, line, column);
        }
    }
}
