using System.Text;

namespace KnowledgeBase.Web.Hosting;

/// <summary>What the machine must have, said at the start instead of found out by a reader.</summary>
public static class RuntimeRequirements
{
    /// <exception cref="InvalidOperationException">Text normalisation does nothing: ICU is missing or switched off.</exception>
    public static void Check()
    {
        if ("\uFF21\uFF71".Normalize(NormalizationForm.FormKC) != "A\u30A2")
            throw new InvalidOperationException("Unicode normalisation does not work here: install ICU (Debian: libicu72) and leave DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset.");
    }
}
