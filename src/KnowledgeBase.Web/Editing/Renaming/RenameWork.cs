using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Site.Editing;

namespace KnowledgeBase.Web.Editing;

/// <summary>From the fields of a form to a plan, and whether a plan is still the one that was looked at.</summary>
public static class RenameWork
{
    private static readonly string[] s_fields =
        ["what", "newId", "newCategory", "anchor", "newAnchor", "sections", "titleJa", "titleEn", "summaryJa", "summaryEn", "noteJa", "noteEn"];

    /// <param name="name">An article's permanent name, or a code.</param>
    public static RenamePlan Plan(Renames renames, string name, IFormCollection form, Editor author) => form["what"].ToString() switch
    {
        "rename" => renames.Article(name, Other(form["newId"], name), Other(form["newCategory"], ""), author),
        "anchor" => renames.Anchor(name, form["anchor"].ToString(), form["newAnchor"].ToString().Trim(), author),
        "split" => renames.Split(new(name, [.. form["sections"].OfType<string>()], form["newId"].ToString().Trim(),
            new(form["titleJa"].ToString().Trim(), form["titleEn"].ToString().Trim()), new(form["summaryJa"].ToString().Trim(), form["summaryEn"].ToString().Trim())), author),
        "retire" => renames.RetireCode(name, new(Said(form["noteJa"]), Said(form["noteEn"])), author),
        _ => new RenamePlan.Impossible("Say what is to be done."),
    };

    /// <summary>What was asked for, to be asked once more.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(IFormCollection form) => s_fields.SelectMany(f => form[f].OfType<string>().Select(v => (f, v)));

    /// <summary>Equal for equal plans: the files, what they start from and what they become.</summary>
    public static string Mark(RenamePlan.Ready plan)
    {
        var all = new StringBuilder();
        foreach (var file in plan.Save.Files) all.Append(file.Path).Append('\n').Append(file.BaseRevision).Append('\n').Append(file.Text is null ? 'x' : 't').Append(file.Text).Append('\0');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }

    /// <summary>The permanent name that the article has when it is done.</summary>
    public static string NameAfter(string name, IFormCollection form) => form["what"].ToString() == "rename" && Other(form["newId"], name) is { } renamed ? renamed : name;

    private static string? Other(string? text, string than) => text?.Trim() is { Length: > 0 } said && said != than ? said : null;

    private static string? Said(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;
}
