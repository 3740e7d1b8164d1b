using System.Runtime.CompilerServices;

namespace KnowledgeBase.Search.Indexing;

/// <summary>For each part its terms in order, cut into sentences; the first three are title, heading and keywords. Light terms
/// (single kanji, pairs of hiragana) are left out. Frequent terms have small numbers, so most take one or two bytes.</summary>
internal sealed class ForwardIndex(int firstPart, byte[] bytes, Offsets offsets)
{
    public const int SentenceEnd = -1;

    public long Bytes => bytes.Length + offsets.Bytes;

    public (byte[] Bytes, Offsets Offsets) Stored => (bytes, offsets);

    public Cursor Open(int part) => new(bytes.AsSpan(offsets[part - firstPart]..offsets[part - firstPart + 1]));

    public static void Write(ByteList to, int term) => Postings.WriteNumber(to, (uint)(term + 1));

    /// <summary>Reads one part's terms; <see cref="Next"/> is false after the last.</summary>
    public ref struct Cursor(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _at;

        /// <summary>A term or <see cref="SentenceEnd"/>.</summary>
        public int Term { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Next()
        {
            if (_at >= _bytes.Length) return false;
            uint value = _bytes[_at++];
            Term = (int)(value < 0x80 ? value : Rest(value & 0x7F)) - 1;
            return true;
        }

        private uint Rest(uint value)
        {
            for (var shift = 7; ; shift += 7)
            {
                uint b = _bytes[_at++];
                value |= (b & 0x7F) << shift;
                if (b < 0x80) return value;
            }
        }
    }
}
