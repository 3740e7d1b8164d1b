using System.Globalization;
using System.Text;
using System.Text.Json;
using KnowledgeBase.Content;
using KnowledgeBase.Content.Markdown;
using KnowledgeBase.Content.Yaml;
using KnowledgeBase.Fuzz;
using KnowledgeBase.Tests;
using KnowledgeBase.Tests.Content.Markdown;
using KnowledgeBase.Tests.Content.Yaml;

// dotnet run -c Release --project tests/KnowledgeBase.Fuzz -- sanitiser [count] [seed]   random HTML through the sanitiser (SEC-2)
// dotnet run -c Release --project tests/KnowledgeBase.Fuzz -- articles [count] [seed]    random Markdown through the whole article pipeline (SEC-1, SEC-2)
// dotnet run -c Release --project tests/KnowledgeBase.Fuzz -- times                      the worst texts for parsers: how long each takes (SEC-3, SEC-4)
// Answers 1 where something active came through, was not stable, was thrown, or took too long.
var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100_000;
var seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
var clock = TimeProvider.System;
return args.FirstOrDefault() switch
{
    "sanitiser" => Fuzz("texts through the sanitiser", Sanitise),
    "articles" => Fuzz("articles", Article),
    "times" => Times(),
    _ => 2,
};

static IEnumerable<JsonElement> Rows(string name) => File.ReadLines(Repository.Hostile(name)).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement);

int Fuzz(string what, Func<string, string?> judge)
{
    string[] seeds = [.. Rows("xss-markdown.jsonl").Select(r => r.GetProperty("markdown").GetString()!), .. Rows("commonmark-0.31.2-spec.jsonl").Select(r => r.GetProperty("markdown").GetString()!)];
    var (mutation, start, wrong, longest) = (new Mutation(seeds), clock.GetTimestamp(), 0, TimeSpan.Zero);
    // Each share has a seed of its own, so that a finding can be repeated whatever the number of processors.
    const int share = 10_000;
    var turn = new Lock();
    Parallel.For(0, (count + share - 1) / share, number =>
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        for (var i = 0; i < Math.Min(share, count - (number * share)); i++)
        {
            var text = mutation.Next(random);
            var began = clock.GetTimestamp();
            var fault = judge(text);
            var took = clock.GetElapsedTime(began);
            if (fault is null && took <= longest) continue;
            lock (turn)
            {
                if (took > longest) longest = took;
                if (fault is not null && ++wrong <= 10) Console.WriteLine($"WRONG {number}/{i} {fault}: {JsonSerializer.Serialize(text)}");
            }
        }
    });
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}, seed {seed}, from {seeds.Length:N0} texts: {wrong} wrong; {clock.GetElapsedTime(start).TotalSeconds:0} s, slowest {longest.TotalMilliseconds:0} ms"));
    return wrong == 0 ? 0 : 1;
}

static string? Sanitise(string html)
{
    try
    {
        var clean = HtmlSanitizer.Sanitize(html);
        if (ActiveMarkup.Find(clean) is { Count: > 0 } found) return found[0];
        return HtmlSanitizer.Sanitize(clean) == clean ? null : "not stable";
    }
#pragma warning disable CA1031 // Whatever is thrown is a finding.
    catch (Exception e)
    {
        return e.GetType().Name;
    }
#pragma warning restore CA1031
}

static string? Article(string text)
{
    try
    {
        var file = new ContentFile("articles/activation/x.en.md", Encoding.UTF8.GetBytes(text));
        if (ArticleParser.Parse(file, ArticleContext.Empty).Article is not { } article) return null;
        var html = article.LeadHtml + string.Concat(article.Sections.Select(s => s.Html));
        if (ActiveMarkup.Find(html) is { Count: > 0 } found) return found[0];
        return HtmlSanitizer.Sanitize(html) == html ? null : "not stable";
    }
#pragma warning disable CA1031 // Whatever is thrown is a finding.
    catch (Exception e)
    {
        return e.GetType().Name;
    }
#pragma warning restore CA1031
}

int Times()
{
    var wrong = 0;
    foreach (var (what, goal, texts, run) in new (string What, int Goal, IEnumerable<(string Name, string Text)> Texts, Action<string> Run)[]
    {
        ("Markdown", 250, Rows("pathological-markdown.jsonl").Select(r => (r.GetProperty("name").GetString()!, PathologicalText.Build(r))), text => Article(text)),
        ("YAML", 100, HostileYaml.Names.Select(n => (n.Name, HostileYaml.Build(n.Name))), text => YamlDocument.Parse(text, "x.yaml", 0, [])),
    })
    {
        var times = new List<(string Name, int Length, double Ms)>();
        foreach (var (name, text) in texts)
        {
            run(text[..Math.Min(text.Length, 1000)]);
            var best = double.MaxValue;
            for (var i = 0; i < 3; i++)
            {
                var start = clock.GetTimestamp();
                run(text);
                best = Math.Min(best, clock.GetElapsedTime(start).TotalMilliseconds);
            }

            times.Add((name, text.Length, best));
        }

        var late = times.Count(t => t.Ms > goal);
        wrong += late;
        var slowest = times.OrderByDescending(t => t.Ms).Take(3).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Name} ({t.Length:N0} characters) {t.Ms:0} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {times.Count} texts, best of 3; {late} above {goal} ms; slowest: {string.Join(", ", slowest)}"));
    }

    return wrong == 0 ? 0 : 1;
}
