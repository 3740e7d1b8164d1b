using System.Globalization;
using System.Resources;
using KnowledgeBase.Content;

namespace KnowledgeBase.Web.Components;

/// <summary>The interface's words in one language, from `Resources/Text.resx` and `Text.ja.resx`.</summary>
public sealed class UiText
{
    private static readonly ResourceManager s_resources = new("KnowledgeBase.Web.Resources.Text", typeof(UiText).Assembly);
    private static readonly UiText s_ja = new(Locale.Ja);
    private static readonly UiText s_en = new(Locale.En);

    private readonly CultureInfo _culture;

    private UiText(Locale locale) => _culture = CultureInfo.GetCultureInfo(locale == Locale.Ja ? "ja-JP" : "en-GB");

    public static UiText For(Locale locale) => locale == Locale.Ja ? s_ja : s_en;

    /// <exception cref="MissingManifestResourceException">There is no such key: a mistake in a component.</exception>
    public string this[string key] => s_resources.GetString(key, _culture) ?? throw new MissingManifestResourceException("No text for " + key);

    public string Format(string key, params object?[] values) => string.Format(_culture, this[key], values);

    /// <summary>The reader's name of an id that authors use (`Os` + `windows-11`); an id without a name is shown as it is.</summary>
    public string Name(string kind, string id) => s_resources.GetString($"{kind}.{id}", _culture) ?? id;

    /// <summary>As <see cref="Name"/>, but null for an id without a name.</summary>
    public string? NameOrNull(string kind, string id) => s_resources.GetString($"{kind}.{id}", _culture);

    /// <summary>`2026年11月20日` or `20 November 2026`.</summary>
    public string Date(DateOnly date) => date.ToString(this["DateFormat"], _culture);

    /// <param name="share">0 to 1.</param>
    public string Percent(double share) => share.ToString("P0", _culture);

    public string List(IEnumerable<string> names) => string.Join(this["ListSeparator"], names);
}
