using System.Text;
using System.Text.Json;
using KnowledgeBase.Content;

namespace KnowledgeBase.Tests.Content;

public sealed class TextFileTests
{
    public static TheoryData<string, string> Fixtures()
    {
        var data = new TheoryData<string, string>();
        foreach (var row in Rows()) data.Add(row.GetProperty("name").GetString()!, row.GetProperty("expect").GetString()!);
        return data;
    }

    [Theory, MemberData(nameof(Fixtures))]
    public void Hostile_encodings_are_read_or_refused_clearly(string name, string expect)
    {
        var bytes = Bytes(Rows().Single(r => r.GetProperty("name").GetString() == name));
        var (text, found) = Read(bytes);
        if (expect.StartsWith("reject", StringComparison.Ordinal)) Assert.Null(text);
        else if (!expect.Contains("reject")) Assert.NotNull(text);
        if (text is null) Assert.Contains(found, d => d is { Severity: Severity.Error, Message.Length: > 10, Mend.Length: > 10 });
        else Assert.DoesNotContain(text, c => (char.IsControl(c) && c is not ('\t' or '\n')) || c is '\uFEFF' or '\u202E');
    }

    [Theory]
    [InlineData("shift_jis", "Shift_JIS")]
    [InlineData("euc-jp", "EUC-JP")]
    [InlineData("utf16le-nobom", "UTF-16LE")]
    [InlineData("iso-2022-jp", "ISO-2022-JP")]
    public void The_message_names_the_encoding_where_it_is_plain(string name, string encoding)
    {
        var (_, found) = Read(Bytes(Rows().Single(r => r.GetProperty("name").GetString() == name)));
        Assert.Contains(encoding, Assert.Single(found).Message);
    }

    [Fact]
    public void An_invalid_byte_is_named_with_offset_line_and_column()
    {
        var (text, found) = Read([.. "\uFEFFa\r\nあ"u8, 0xFF, (byte)'b']);
        Assert.Null(text);
        var d = Assert.Single(found);
        Assert.Equal((DiagnosticRule.NotUtf8, 2, 4), (d.Rule, d.Line, d.Column));
        Assert.Contains("Byte FF at offset 9", d.Message);
    }

    [Theory]
    [InlineData("a\r\nb\rc\n", "a\nb\nc\n")]
    [InlineData("\uFEFFa", "a")]
    [InlineData("a\u202Eb\u0085c", "ab c")]
    [InlineData("葛\U000E0100城", "葛\U000E0100城")]
    public void Text_comes_out_in_one_shape(string written, string read) => Assert.Equal(read, Read(Encoding.UTF8.GetBytes(written)).Text);

    [Fact]
    public void A_file_over_the_limit_is_refused_by_its_size_alone()
    {
        var found = new List<Diagnostic>();
        Assert.Null(TextFile.Read(new ContentFile("a.md", default) { Size = 50_000_000 }, found));
        Assert.Equal(DiagnosticRule.FileTooLarge, Assert.Single(found).Rule);
    }

    [Fact]
    public void The_reader_s_refusal_is_passed_on()
    {
        var found = new List<Diagnostic>();
        Assert.Null(TextFile.Read(new ContentFile("a.md", default) { Refused = "it is a symbolic link" }, found));
        Assert.Contains("symbolic link", Assert.Single(found).Message);
    }

    private static (string? Text, List<Diagnostic> Found) Read(byte[] bytes)
    {
        var found = new List<Diagnostic>();
        return (TextFile.Read(new ContentFile("articles/errors/a.ja.md", bytes), found), found);
    }

    private static byte[] Bytes(JsonElement row) => Convert.FromBase64String(row.GetProperty("b64").GetString()!);

    private static IEnumerable<JsonElement> Rows() => File.ReadLines(Repository.Hostile("encoding-fixtures.jsonl"))
        .Select(l => JsonDocument.Parse(l).RootElement).Where(r => r.TryGetProperty("b64", out _));
}
