using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Content.Guides;

/// <summary>The guide of the small site, and broken relatives of it.</summary>
internal static class SampleGuide
{
    public static Guide Read() => Parse(Repository.Read("tests/data/site/guides/windows-activation.yaml"));

    public static Guide Parse(string text)
    {
        var found = new List<Diagnostic>();
        return GuideParser.Parse("guides/windows-activation.yaml", text, found)
            ?? throw new InvalidOperationException(string.Join('\n', found.Select(d => d.Message)));
    }

    /// <summary>A guide of bare questions: id, then its targets; ids that are no question become outcomes.</summary>
    public static Guide Of(params (string Id, string[] Targets)[] questions)
    {
        var outcomes = questions.SelectMany(q => q.Targets).Distinct().Except(questions.Select(q => q.Id)).Where(t => t != "missing");
        return Parse("id: windows-activation\ntitle: {ja: 題, en: T}\nsummary: {ja: 要, en: S}\nstart: " + questions[0].Id + "\nquestions:\n"
            + string.Concat(questions.Select(q => $"  {q.Id}:\n    ask: {{ja: 問, en: Ask}}\n    answers:\n"
                + string.Concat(q.Targets.Select((t, i) => $"      a{i}: {{label: {{ja: 答, en: A}}, to: {t}}}\n"))))
            + "outcomes:\n" + string.Concat(outcomes.Select(o => $"  {o}: {{title: {{ja: 終, en: End}}, procedure: some-article}}\n")));
    }
}
