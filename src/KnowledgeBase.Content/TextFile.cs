using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace KnowledgeBase.Content;

/// <summary>Bytes of a content file → text: strict UTF-8, without byte order mark, every line end as `\n`, unseen characters taken
/// out. Line numbers of the result are those of the file.</summary>
public static class TextFile
{
    /// <summary>256 KiB: what an article, a code file or a guide may have.</summary>
    public const int DefaultLimit = 256 * 1024;

    private const char TagLead = '\uDB40';

    // Controls but tab and line feed, noncharacters, marks that reorder text (Trojan Source), and what may lead a tag character.
    private static readonly SearchValues<char> Unseen = SearchValues.Create(
        [.. Enumerable.Range(0, 0xFFFF + 1).Select(c => (char)c).Where(IsUnseen)]);

    /// <summary>The text, or null with a diagnostic that says why the file cannot be text.</summary>
    /// <param name="limit">Most bytes that this kind of file may have.</param>
    public static string? Read(ContentFile file, ICollection<Diagnostic> diagnostics, int limit = DefaultLimit)
    {
        var bytes = file.Bytes.Span;
        if (Refusal(file, limit) is { } refused) return Fail(refused);
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var skipped = file.Bytes.Length - bytes.Length;
        var invalid = FirstInvalid(bytes);
        if (invalid >= 0) return Fail(NotUtf8(file, skipped + invalid));
        var text = Encoding.UTF8.GetString(bytes);
        if (text.Contains('\r', StringComparison.Ordinal))
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        text = WithoutUnseen(text, file.Path, diagnostics);
        return string.IsNullOrWhiteSpace(text)
            ? Fail(new(DiagnosticRule.FileEmpty, file.Path, 1, 1, "The file is empty.", "Write something in it, or delete the file."))
            : text;

        string? Fail(Diagnostic why)
        {
            diagnostics.Add(why);
            return null;
        }
    }

    private static Diagnostic? Refusal(ContentFile file, int limit)
    {
        if (file.Refused is { } reason)
            return new(DiagnosticRule.FileRefused, file.Path, 1, 1, $"The file was not read: {reason}.", "Put a plain readable file in its place.");
        var size = Math.Max(file.Size, file.Bytes.Length);
        return size <= limit ? null : new(DiagnosticRule.FileTooLarge, file.Path, 1, 1,
            $"The file has {size:N0} bytes; at most {limit:N0} are read.", "Split it into several files.");
    }

    /// <summary>Offset of the first byte that is not UTF-8 text (a NUL counts as none), or -1.</summary>
    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        // Japanese mail encoding is all ASCII: only its escape sequence tells it from text.
        var foreign = bytes.IndexOfAny((byte)0, (byte)0x1B);
        if (foreign >= 0 && bytes[foreign] != 0 && !EncodingGuess.IsIso2022Jp(bytes)) foreign = bytes.IndexOf((byte)0);
        if (Utf8.IsValid(bytes)) return foreign;
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var length) == OperationStatus.Done) offset += length;
        return foreign < 0 ? offset : Math.Min(foreign, offset);
    }

    private static Diagnostic NotUtf8(ContentFile file, int offset)
    {
        var before = file.Bytes.Span[..offset];
        var line = before.Count((byte)'\n') + 1;
        var guess = EncodingGuess.Of(file.Bytes.Span);
        var found = $"Byte {file.Bytes.Span[offset]:X2} at offset {offset} is not UTF-8 text";
        return new(DiagnosticRule.NotUtf8, file.Path, line, offset - before.LastIndexOf((byte)'\n'),
            guess is null ? found + "." : $"{found}; the file looks like {guess}.",
            guess is null ? "Save the file as UTF-8." : $"Save the file as UTF-8, for example: iconv -f {guess} -t UTF-8.");
    }

    private static string WithoutUnseen(string text, string path, ICollection<Diagnostic> diagnostics)
    {
        var at = text.AsSpan().IndexOfAny(Unseen);
        if (at < 0) return text;
        var (clean, first, count) = (new StringBuilder(text, 0, at, text.Length), -1, 0);
        for (; at < text.Length; at++)
        {
            if (!Unseen.Contains(text[at]) || (text[at] == TagLead && !IsTag(text, at)))
            {
                clean.Append(text[at]);
                continue;
            }
            if (count++ == 0) first = at;
            if (text[at] is '\u0085' or '\u2028' or '\u2029') clean.Append(' ');
            else if (text[at] == TagLead) at++;
        }
        if (count == 0) return text;
        var before = text.AsSpan(0, first);
        diagnostics.Add(new(DiagnosticRule.UnseenCharacters, path, before.Count('\n') + 1, first - before.LastIndexOf('\n'),
            $"{Describe(text, first)} is a character that nobody sees; {count:N0} such characters are left out.", "Delete them, or retype the words around them."));
        return clean.ToString();
    }

    private static string Describe(string text, int at) =>
        $"U+{(char.IsSurrogatePair(text, at) ? char.ConvertToUtf32(text, at) : text[at]):X4}";

    // Plane 14 holds the tag characters, which hide whole sentences, and the ideographic variation selectors, which are text.
    private static bool IsTag(string text, int at) => at + 1 < text.Length && text[at + 1] <= '\uDC7F';

    private static bool IsUnseen(char c) => (char.IsControl(c) && c is not ('\t' or '\n'))
        || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
        || c is '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF') or '\uFEFF' or TagLead;
}
