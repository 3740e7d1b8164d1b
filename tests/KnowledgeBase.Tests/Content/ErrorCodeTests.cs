using System.Globalization;
using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Content;

public sealed class ErrorCodeTests
{
    public static TheoryData<uint> Codes => new(0xC004F213u, 0xC004F211u, 0xC004C008u, 0x80070005u, 0x803F7001u, 0x8007007Bu, 0x80072EE7u, 0x803FABBAu);

    [Theory(DisplayName = "Features 1-6: every written form of a code is read as that code")]
    [MemberData(nameof(Codes))]
    public void Every_form_is_read(uint value)
    {
        var hex = value.ToString("X8", CultureInfo.InvariantCulture);
        string[] forms =
        [
            "0x" + hex, "0x" + hex.ToLowerInvariant(), hex, hex.ToLowerInvariant(), "0X" + hex,
            $"0x{hex[..4]} {hex[4..]}", $"0x{hex[..4]}-{hex[4..]}", $"0x{hex[..4]}\u2013{hex[4..]}", $"0x{hex[..4]}\u3000{hex[4..]}", $"0x {hex}",
            $"{hex[..4]} {hex[4..]}", $"{hex[..4]}-{hex[4..]}", $"0x{hex[..5]} {hex[5..]}",
            Wide("0x" + hex), Wide("0x" + hex.ToLowerInvariant()), "Ox" + hex, "0x" + hex.Replace('0', 'O'), "0x" + hex.Replace('0', 'o'),
            "0x" + hex.Replace('1', 'l'), "0x" + hex.Replace('1', 'I'), "０ｘ" + hex,
            unchecked((int)value).ToString(CultureInfo.InvariantCulture), unchecked((int)value).ToString(CultureInfo.InvariantCulture).Replace('-', '\u2212'),
            value.ToString(CultureInfo.InvariantCulture), Wide(value.ToString(CultureInfo.InvariantCulture)),
            $"  0x{hex}\t", $"(0x{hex})", $"「0x{hex}」", $"0x{hex}。", $"\uFEFF0x{hex}", $"0x{hex[..3]}\u200B{hex[3..]}", $"0x{hex[..6]}\u00AD{hex[6..]}",
            $"0xFFFFFFFF{hex}",
        ];
        foreach (var form in forms)
        {
            Assert.True(ErrorCode.TryParse(form, out var code), $"{form} is not read");
            Assert.Equal(value, code.Value);
            var match = Assert.Single(ErrorCode.FindAll(form));
            Assert.Equal(value, match.Code.Value);
            Assert.Equal(form.Substring(match.Start, match.Length), match.Written);
        }
    }

    [Theory(DisplayName = "Feature 5: a guess is marked as one, a printed form is not")]
    [InlineData("0xC004F213", false)]
    [InlineData("c004f213", false)]
    [InlineData("０ｘＣ００４Ｆ２１３", false)]
    [InlineData("0xC004-F213", false)]
    [InlineData("OxC004F213", true)]
    [InlineData("0xCOO4F213", true)]
    [InlineData("COO4F213", true)]
    [InlineData("Ｏｘcoo4f2l3", true)]
    [InlineData("-1073417709", true)]
    [InlineData("3221549587", true)]
    public void Guesses_are_marked(string text, bool guess)
    {
        var match = Assert.Single(ErrorCode.FindAll(text));
        Assert.Equal(0xC004F213u, match.Code.Value);
        Assert.Equal(guess, match.IsGuess);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("hello")]
    [InlineData("0x")]
    [InlineData("0xG004F213")]
    [InlineData("0xC004F2")]
    [InlineData("0xC004F2131")]
    [InlineData("20261121")]
    [InlineData("12345678")]
    [InlineData("deadbeef")]
    [InlineData("0120-444-444")]
    [InlineData("VK7JG-NPHTM-C97JM-9MPGW-3V66T")]
    [InlineData("12345-67890-80070-C0045-80072")]
    [InlineData("80070005-1234-5678-9ABC-DEF012345678")]
    [InlineData("123456 123456 123456 123456 123456 123456 123456 123456 123456")]
    [InlineData("800700012345678901234567890123456789012345678901234567890123456")]
    [InlineData("8007000 1234567 8901234 5678901 2345678 9012345 6789012 3456789 0123456")]
    [InlineData("エラー0xC004F213が出る")]
    [InlineData("0xC004F213 0xC004F211")]
    [InlineData("office")]
    [InlineData("accede")]
    public void What_is_not_exactly_one_code_is_not_read(string? text) => Assert.False(ErrorCode.TryParse(text, out _));

    [Theory(DisplayName = "Feature 9: identifiers, keys, dates and numbers in prose give no code")]
    [InlineData("Product key VK7JG-NPHTM-C97JM-9MPGW-3V66T, installed 2026-11-21 at 10:42:07")]
    [InlineData("the beginning 0x8007 dead or alive, and 8007 FACE")]
    [InlineData("Installation ID: 8007000 1234567 8901234 5678901 2345678 9012345 6789012 3456789 0123456")]
    [InlineData("800700012345678901234567890123456789012345678901234567890123456")]
    [InlineData("{80070005-1234-8007-9ABC-DEF012345678}")]
    [InlineData("電話 0120-54-2244、03-8007-0005、+81 3 8007 0005")]
    [InlineData("build 10.0.26100.80070005 and 20261121 and 1,073,417,709")]
    [InlineData("sha 8a1b2c3d4e5f60718293a4b5c6d7e8f901234567")]
    [InlineData("カード 4004 1234 5678 9012")]
    [InlineData("ticket-3221549587 and order_C004F213_old")]
    [InlineData("accede to the facade of a decade; office, oxide, oxalic")]
    public void Prose_gives_no_code(string text) => Assert.Empty(ErrorCode.FindAll(text));

    [Theory(DisplayName = "Features 9-10: codes are cut out of sentences in both languages")]
    [InlineData("エラー0xC004F213が出る", "0xC004F213")]
    [InlineData("エラーコード:0xC004F213", "0xC004F213")]
    [InlineData("エラーコードC004F213が表示される", "0xC004F213")]
    [InlineData("エラー -1073417709 です", "0xC004F213")]
    [InlineData("Error0xC004F213", "0xC004F213")]
    [InlineData("Error code: 0xC004F213. Please help", "0xC004F213")]
    [InlineData("HRESULT: 0x80070005", "0x80070005")]
    [InlineData("0xC004C008 のあと 0xC004F211 になった", "0xC004C008,0xC004F211")]
    [InlineData("0xC004C008\r\n0xC004F211\r\n0x803F7001", "0xC004C008,0xC004F211,0x803F7001")]
    [InlineData("c004f213/c004f211", "0xC004F213,0xC004F211")]
    [InlineData("STOP: 0x1000007E (0x03BA3CF5, 0xFFFFFC8A, 0x00000001, 0xD6165B4E)", "0x1000007E")]
    [InlineData("0x8007232B (0xC004F074)", "0x8007232B,0xC004F074")]
    [InlineData("0x7B 123456", "")]
    public void Codes_are_found_in_sentences(string text, string expected) =>
        Assert.Equal(expected, string.Join(',', ErrorCode.FindAll(text).Select(m => m.Code.Hex)));

    [Theory]
    [InlineData("0x7B", 0x7Bu)]
    [InlineData("0x0000007B", 0x7Bu)]
    [InlineData("0x5", 5u)]
    public void Short_codes_are_read_with_their_prefix_only(string text, uint value)
    {
        Assert.True(ErrorCode.TryParse(text, out var code));
        Assert.Equal(value, code.Value);
        Assert.Equal(value, Assert.Single(ErrorCode.FindAll("Bug Check " + text + ": x", withShort: true)).Code.Value);
        if (text.Length < 10) Assert.Empty(ErrorCode.FindAll("Bug Check " + text + ": x"));
    }

    [Fact]
    public void Long_hostile_text_is_read_in_one_pass()
    {
        foreach (var part in new[] { "0x", "0x1 ", "0xC004F213 (", "C004-", "-1", "８", "0xC004 F21", "\u200B", "\uD800", "ー" })
        {
            var text = string.Concat(Enumerable.Repeat(part, 200_000 / part.Length));
            Assert.All(ErrorCode.FindAll(text, withShort: true), m => Assert.Equal(m.Written, text.Substring(m.Start, m.Length)));
        }
    }

    private static string Wide(string text) => string.Concat(text.Select(c => c is > ' ' and < '\x7F' ? (char)(c + 0xFEE0) : c));
}
