namespace KnowledgeBase.Search.Analysis;

/// <summary>A growing buffer of folded characters, each with its class and where it came from. Reused from text to text.</summary>
internal sealed class NormalizedText
{
    private char[] _chars = new char[256];
    private int[] _starts = new int[257];
    private CharClass[] _classes = new CharClass[256];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    public char this[int i] => _chars[i];

    public CharClass Class(int i) => (uint)i < (uint)Length ? _classes[i] : CharClass.Separator;

    /// <summary>Offset in the original text; for the length of this text, the length of the original.</summary>
    public int Start(int i) => _starts[i];

    public void Clear() => Length = 0;

    public void Add(char c, CharClass kind, int start)
    {
        if (Length == _chars.Length)
        {
            Array.Resize(ref _chars, Length * 2);
            Array.Resize(ref _classes, Length * 2);
            Array.Resize(ref _starts, Length * 2 + 1);
        }
        _chars[Length] = c;
        _classes[Length] = kind;
        _starts[Length++] = start;
    }

    public void Replace(int i, char c) => _chars[i] = c;

    public void Finish(int originalLength) => _starts[Length] = originalLength;

    /// <summary>Takes the characters that came from this range of the original out of the words.</summary>
    public void Blank(int originalStart, int originalLength)
    {
        var i = Array.BinarySearch(_starts, 0, Length, originalStart);
        if (i < 0) i = ~i;
        while (i > 0 && _starts[i - 1] == originalStart) i--;
        for (; i < Length && _starts[i] < originalStart + originalLength; i++) _classes[i] = CharClass.Separator;
    }
}
