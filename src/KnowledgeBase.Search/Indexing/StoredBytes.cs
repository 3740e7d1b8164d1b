using System.Runtime.InteropServices;
using System.Text;

namespace KnowledgeBase.Search.Indexing;

/// <summary>Reads what <see cref="SegmentStream"/> wrote, from one array and without a call for each byte: a start waits for it.</summary>
internal sealed class StoredBytes(byte[] bytes)
{
    private int _at;

    public int Int()
    {
        _at += sizeof(int);
        return BitConverter.ToInt32(bytes, _at - sizeof(int));
    }

    public T[] Array<T>() where T : unmanaged
    {
        var values = new T[Int()];
        var to = MemoryMarshal.AsBytes(values.AsSpan());
        bytes.AsSpan(_at, to.Length).CopyTo(to);
        _at += to.Length;
        return values;
    }

    /// <summary>Ascending numbers, written as their distances in groups of seven bits.</summary>
    public int[] Ascending()
    {
        var numbers = new int[Int()];
        var (at, last) = (_at, 0);
        for (var i = 0; i < numbers.Length; i++)
        {
            int value = bytes[at++];
            if (value >= 0x80)
            {
                value &= 0x7F;
                for (var shift = 7; ; shift += 7)
                {
                    int b = bytes[at++];
                    value |= (b & 0x7F) << shift;
                    if (b < 0x80) break;
                }
            }
            numbers[i] = last += value;
        }
        _at = at;
        return numbers;
    }

    /// <summary>As a <see cref="BinaryWriter"/> writes it.</summary>
    public string String()
    {
        var (length, shift) = (0, 0);
        for (; ; shift += 7)
        {
            int b = bytes[_at++];
            length |= (b & 0x7F) << shift;
            if (b < 0x80) break;
        }
        _at += length;
        return Encoding.UTF8.GetString(bytes, _at - length, length);
    }
}
