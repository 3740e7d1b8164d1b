namespace KnowledgeBase.Content;

/// <summary>Hexadecimal digits read so far, look-alike letters counted: O for 0; I and l for 1.</summary>
internal record struct ErrorCodeDigits
{
    public ulong Value { get; private set; }
    public int Count { get; private set; }

    /// <summary>0 to 9 as written.</summary>
    public int Real { get; private set; }

    /// <summary>A to F.</summary>
    public int Letters { get; private set; }
    public int Lookalikes { get; private set; }

    /// <summary>Adds a run of characters; false when one is no digit or there are more than sixteen.</summary>
    public bool Add(ErrorCodeText text, int start, int end)
    {
        if (Count + end - start > 16) return false;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            var digit = c switch
            {
                >= '0' and <= '9' => c - '0',
                >= 'A' and <= 'F' => c - 'A' + 10,
                >= 'a' and <= 'f' => c - 'a' + 10,
                'O' or 'o' => 0,
                'I' or 'l' or 'i' or 'L' => 1,
                _ => -1,
            };
            if (digit < 0) return false;
            if (char.IsAsciiDigit(c)) Real++;
            else if (digit >= 10) Letters++;
            else Lookalikes++;
            Value = Value << 4 | (uint)digit;
            Count++;
        }
        return true;
    }
}
