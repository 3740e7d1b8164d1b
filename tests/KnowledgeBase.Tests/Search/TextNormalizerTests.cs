using System.Globalization;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Tests.Search;

public sealed class TextNormalizerTests
{
    [Fact]
    public void Marks_are_those_of_the_unicode_tables()
    {
        var wrong = Enumerable.Range(0x300, 0x10000 - 0x300).Select(c => (char)c)
            .Where(c => TextNormalizer.IsMark(c) != (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)).ToList();
        Assert.Empty(wrong.Select(c => $"U+{(int)c:X4}"));
        Assert.DoesNotContain(Enumerable.Range(0, 0x300), c => TextNormalizer.IsMark((char)c));
    }
}
