using System.Text;

namespace KnowledgeBase.Web.Hosting;

/// <summary>What the machine must have, said at the start instead of found out by a reader.</summary>
public static class RuntimeRequirements
{
    /// <summary>Older ones have holes that end the process or forge cookies: nested MessagePack arrays in circuits (10.0.9), broken
    /// integrity of protected data (10.0.7).</summary>
    public static Version OldestRuntime { get; } = new(10, 0, 9);

    /// <summary>What is missing, in words; null where nothing is. Without ICU text normalisation does nothing.</summary>
    public static string? Missing()
    {
        if (IsTooOld(Environment.Version)) return $"The .NET runtime here is {Environment.Version}; install {OldestRuntime} or newer: older ones have known holes.";
        return "\uFF21\uFF71".Normalize(NormalizationForm.FormKC) == "A\u30A2" ? null
            : "Unicode normalisation does not work here: install ICU (Debian: libicu72) and leave DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset.";
    }

    public static bool IsTooOld(Version runtime) => runtime < OldestRuntime;
}
