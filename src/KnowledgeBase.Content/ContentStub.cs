using System.Globalization;
using System.Text;
using KnowledgeBase.Content.Yaml;

namespace KnowledgeBase.Content;

/// <summary>New pages that pass the check and say themselves that they are not written yet. Both languages stand there from the start.</summary>
public static class ContentStub
{
    private const string Mark = "TO WRITE";

    /// <summary>Whether a text still holds the mark of a stub.</summary>
    public static bool IsStub(string text) => text.Contains(Mark, StringComparison.Ordinal);

    /// <summary>Whether a text may be the permanent name of an article, a guide or a term.</summary>
    public static bool IsName(string text) => ContentIds.IsId(text);

    /// <summary>A pair of files.</summary>
    /// <param name="category">Id of a category.</param>
    /// <param name="slug">Last part of the address and permanent name.</param>
    /// <exception cref="ArgumentException">A name is no id.</exception>
    public static IReadOnlyDictionary<string, string> Article(string category, string slug, LocalizedText title, DateOnly today)
    {
        Check(category);
        Check(slug);
        return Locale.All.ToDictionary(l => $"articles/{category}/{slug}.{l.Tag}.md", l => string.Create(CultureInfo.InvariantCulture, $$"""
            ---
            title: {{Quote(title.In(l))}}
            summary: {{Quote($"{Mark}: {(l == Locale.Ja ? "読者が得るものを一文で書きます。" : "one sentence that says what the reader gets.")}")}}
            published: {{today:yyyy-MM-dd}}
            updated: {{today:yyyy-MM-dd}}
            ---

            {{Mark}}: {{(l == Locale.Ja ? "読者の疑問に一段落で答えます。" : "answer the reader's question in one paragraph.")}}

            ## {{(l == Locale.Ja ? "手順" : "Steps")}} {#steps}

            ::: steps
            1. {{Mark}}: {{(l == Locale.Ja ? "最初にすることを書きます。" : "the first thing to do.")}} {#first}
            :::

            """));
    }

    public static IReadOnlyDictionary<string, string> Code(ErrorCode code, string? symbol, DateOnly today) => new Dictionary<string, string>
    {
        [$"codes/{code.Hex}.yaml"] = string.Create(CultureInfo.InvariantCulture, $$"""
            {{(symbol is null ? "" : $"symbol: {symbol}\n")}}status: current
            evidence: inferred
            title:
              ja: "{{code.Hex}} の説明は準備中です"
              en: "{{code.Hex}} is not described yet"
            meaning:
              ja: "{{Mark}}: コードの意味を書きます。"
              en: "{{Mark}}: what the code means."
            who:
              ja: "{{Mark}}: どんな PC に出るかを書きます。"
              en: "{{Mark}}: on which PCs it appears."
            first:
              text:
                ja: "{{Mark}}: 最初にすることを書きます。"
                en: "{{Mark}}: the first thing to do."
            appears:
              - ja: "{{Mark}}: どこに表示されるかを書きます。"
                en: "{{Mark}}: where it is shown."
            cases:
              - id: general
                channels: []
                who:
                  ja: "このコードが出たすべての方"
                  en: "Everyone who sees this code"
                cause:
                  ja: "{{Mark}}: 原因を書きます。"
                  en: "{{Mark}}: the cause."
                remedy:
                  ja: "{{Mark}}: 対処を書きます。"
                  en: "{{Mark}}: the remedy."
            updated: {{today:yyyy-MM-dd}}
            sources:
              - {title: "{{Mark}}"}

            """),
    };

    /// <summary>A guide of one question, with the tests that cover it.</summary>
    /// <param name="procedure">Id of an article, which the outcomes send to.</param>
    /// <exception cref="ArgumentException">A name is no id.</exception>
    public static IReadOnlyDictionary<string, string> Guide(string id, LocalizedText title, string procedure)
    {
        Check(id);
        Check(procedure.Split('#')[0]);
        return new Dictionary<string, string>
        {
            [$"guides/{id}.yaml"] = $$"""
                id: {{id}}
                title: {ja: {{Quote(title.In(Locale.Ja))}}, en: {{Quote(title.In(Locale.En))}}}
                summary: {ja: "{{Mark}}: 何がわかるかを書きます。", en: "{{Mark}}: what it finds out."}
                start: first
                questions:
                  first:
                    ask: {ja: "{{Mark}}: 最初の質問を書きます。", en: "{{Mark}}: the first question."}
                    help: {ja: "{{Mark}}: 調べ方を書きます。", en: "{{Mark}}: how to find out."}
                    answers:
                      "yes":
                        label: {ja: "はい", en: "Yes"}
                        to: done
                      unknown:
                        label: {ja: "わからない", en: "I don't know"}
                        to: ask-support
                outcomes:
                  done:
                    title: {ja: "{{Mark}}: 結論を書きます。", en: "{{Mark}}: the outcome."}
                    procedure: {{procedure}}
                  ask-support:
                    kind: support
                    title: {ja: "{{Mark}}: 相談先を書きます。", en: "{{Mark}}: whom to ask."}
                    procedure: {{procedure}}

                """,
            [$"guides/{id}.tests.yaml"] = """
                - name: "Yes"
                  answers: {first: "yes"}
                  expect: done
                - name: "I don't know"
                  answers: {first: unknown}
                  expect: ask-support

                """,
        };
    }

    /// <summary>An entry to add to `glossary.yaml`.</summary>
    /// <exception cref="ArgumentException">The name is no id.</exception>
    public static string Term(string id, LocalizedText name)
    {
        Check(id);
        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"- id: {id}\n  ja: {Quote(name.In(Locale.Ja))}\n  en: {Quote(name.In(Locale.En))}\n")
            .Append(CultureInfo.InvariantCulture, $"  meaning:\n    ja: {Quote(Mark + ": 意味を書きます。")}\n    en: {Quote(Mark + ": what it means.")}\n").ToString();
    }

    private static void Check(string id)
    {
        if (!ContentIds.IsId(id)) throw new ArgumentException($"`{id}` is no id: use lower-case Latin letters, digits and hyphens, at most 80.", nameof(id));
    }

    /// <summary>A YAML text in double quotes, on one line.</summary>
    private static string Quote(string text) => $"\"{string.Concat(text.Select(c => c switch { '"' => "\\\"", '\\' => "\\\\", < ' ' => " ", _ => c.ToString() }))}\"";
}
