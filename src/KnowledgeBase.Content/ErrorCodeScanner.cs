namespace KnowledgeBase.Content;

/// <summary>Reads codes word by word; every look-ahead is bounded, so reading is linear and never goes back.</summary>
internal readonly ref struct ErrorCodeScanner(ErrorCodeText folded, string original)
{
    // A longer bracket after a stop code is prose.
    private const int LongestParameters = 200;
    private const int LongestWhole = 60;

    public bool TryReadWhole(out ErrorCode code) => ReadWhole(withShort: true, out _, out code, out _, out _);

    private bool ReadWhole(bool withShort, out int from, out ErrorCode code, out bool guess, out int end)
    {
        from = 0;
        var to = folded.Length;
        while (from < to && !char.IsAsciiLetterOrDigit(folded[from])) from++;
        while (to > from && !char.IsAsciiLetterOrDigit(folded[to - 1])) to--;
        for (var i = 0; i < folded.Length; i++)
            if ((i < from || i >= to) && char.IsLetterOrDigit(folded[i])) return Fail(out code, out guess, out end); // glued to another script
        return (Read(from, WordEnd(from), whole: true, withShort, out code, out guess, out end) && end == to) || Fail(out code, out guess, out end);
    }

    public IReadOnlyList<ErrorCodeMatch> ReadAll(bool withShort)
    {
        // A text that is nothing but a number is meant as a code where the same digits in a sentence are not.
        if (folded.Length <= LongestWhole && ReadWhole(withShort, out var only, out var whole, out var guessed, out var stop)) return [Match(only, stop, whole, guessed)];
        List<ErrorCodeMatch>? found = null;
        for (var i = 0; i < folded.Length;)
        {
            if (!char.IsAsciiLetterOrDigit(folded[i]))
            {
                i++;
                continue;
            }
            var wordEnd = WordEnd(i);
            var start = i;
            if (!Read(start, wordEnd, whole: false, withShort, out var code, out var guess, out var end)
                && !ReadGlued(ref start, wordEnd, out code, out guess, out end))
            {
                i = wordEnd;
                continue;
            }
            (found ??= []).Add(Match(start, end, code, guess));
            i = SkipParameters(end);
        }
        return found ?? (IReadOnlyList<ErrorCodeMatch>)[];
    }

    private ErrorCodeMatch Match(int start, int end, ErrorCode code, bool guess)
    {
        var from = folded.Start(IsSigned(start, end) ? start - 1 : start);
        var length = folded.End(end, original) - from;
        return new(from, length, original.Substring(from, length), code, guess);
    }

    private bool Read(int start, int wordEnd, bool whole, bool withShort, out ErrorCode code, out bool guess, out int end) =>
        ReadPrefixed(start, wordEnd, withShort, out code, out guess, out end)
        || ReadBare(start, wordEnd, whole, out code, out guess, out end)
        || ReadDecimal(start, wordEnd, whole, out code, out guess, out end);

    // `Error0xC004F213`: a true 0x after a letter, with exactly eight digits to the end of the word.
    private bool ReadGlued(ref int start, int wordEnd, out ErrorCode code, out bool guess, out int end)
    {
        var at = wordEnd - 10;
        if (at > start && folded[at] == '0' && char.IsAsciiLetter(folded[at - 1]) && ReadPrefixed(at, wordEnd, false, out code, out guess, out end))
        {
            start = at;
            return true;
        }
        return Fail(out code, out guess, out end);
    }

    private bool ReadPrefixed(int start, int wordEnd, bool withShort, out ErrorCode code, out bool guess, out int end)
    {
        if (folded[start] is not ('0' or 'O' or 'o') || folded[start + 1] is not ('x' or 'X') || wordEnd < start + 2) return Fail(out code, out guess, out end);
        var digits = new ErrorCodeDigits();
        if (!digits.Add(folded, start + 2, wordEnd)) return Fail(out code, out guess, out end);
        end = wordEnd;
        guess = folded[start] != '0';
        var first = digits.Count;
        if (first == 16 && digits.Value >> 32 == uint.MaxValue) guess = true; // sign-extended to 64 bits
        else if (first < 8)
        {
            var joined = digits;
            if (Gather(ref joined, ref end, lettersToo: first >= 4, anyCase: withShort) && (first is 0 or 4 || IsPlausible(joined.Value))) digits = joined;
            else
            {
                end = wordEnd;
                code = new((uint)digits.Value);
                return withShort && first is >= 1 and <= 4 && digits.Lookalikes == 0 && !guess;
            }
        }
        else if (first != 8) return Fail(out code, out guess, out end);
        guess |= digits.Lookalikes > 0;
        code = new((uint)digits.Value);
        return true;
    }

    // Adds the groups after separators until there are eight digits. Letters alone are prose (`0x8007 dead`) but for capitals and queries.
    private bool Gather(ref ErrorCodeDigits digits, ref int end, bool lettersToo, bool anyCase)
    {
        for (var groups = 0; groups < 4 && digits.Count < 8; groups++)
        {
            var next = SkipSeparators(end);
            if (next == end) return false;
            var stop = WordEnd(next);
            var before = digits.Real;
            if (stop == next || stop - next > 8 - digits.Count || !digits.Add(folded, next, stop)) return false;
            if (digits.Real == before && !(lettersToo && (anyCase || IsCapitals(next, stop)))) return false;
            end = stop;
        }
        return digits.Count == 8;
    }

    private bool IsCapitals(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (!char.IsAsciiLetterUpper(folded[i])) return false;
        return true;
    }

    private bool ReadBare(int start, int wordEnd, bool whole, out ErrorCode code, out bool guess, out int end)
    {
        Fail(out code, out guess, out end);
        var digits = new ErrorCodeDigits();
        if (wordEnd - start is not (8 or 4) || !digits.Add(folded, start, wordEnd)) return false;
        if (folded[start - 1] == '_' || folded[wordEnd] == '_' || ContinuesNumber(start, wordEnd)) return false;
        end = wordEnd;
        if (digits.Count == 4)
        {
            if (!IsPlausible(digits.Value << 16) || !Gather(ref digits, ref end, lettersToo: whole, anyCase: false) || end - wordEnd < 5 || ContinuesGroup(start, end)) return false;
            if (!whole && (digits.Letters == 0 || !IsErrorLike(digits.Value))) return false;
        }
        else if (folded[wordEnd] == '-' && WordEnd(wordEnd + 1) == wordEnd + 5 && folded[wordEnd + 5] == '-') return false; // a GUID
        guess = digits.Lookalikes > 0;
        code = new((uint)digits.Value);
        if (!IsPlausible(digits.Value)) return false;
        if (guess && digits.Real < 3) return false;
        return digits.Letters > 0 ? digits.Real >= 2 : whole || IsCommonAllDigits(digits.Value);
    }

    private bool ReadDecimal(int start, int wordEnd, bool whole, out ErrorCode code, out bool guess, out int end)
    {
        Fail(out code, out guess, out end);
        if (wordEnd - start is not (9 or 10) || folded[start] == '0' || ContinuesNumber(start, wordEnd)) return false;
        ulong value = 0;
        for (var i = start; i < wordEnd; i++)
        {
            if (!char.IsAsciiDigit(folded[i])) return false;
            value = value * 10 + (uint)(folded[i] - '0');
        }
        var signed = IsSigned(start, wordEnd);
        if (!signed && folded[start - 1] == '-') return false;
        if (value > (signed ? 1UL << 31 : uint.MaxValue)) return false;
        code = new(signed ? unchecked((uint)-(long)value) : (uint)value);
        (guess, end) = (true, wordEnd);
        return IsPlausible(code.Value) && (whole || IsErrorLike(code.Value));
    }

    /// <summary>A minus that belongs to a decimal: it does not stand between two words.</summary>
    private bool IsSigned(int start, int end) =>
        folded[start - 1] == '-' && !char.IsAsciiLetterOrDigit(folded[start - 2]) && end - start is 9 or 10 && char.IsAsciiDigit(folded[start])
        && folded[start + 1] is not ('x' or 'X');

    // 1.80070005 and 2026-80070005 are other kinds of number.
    private bool ContinuesNumber(int start, int end) =>
        (folded[start - 1] is '.' or '-' or ',' && char.IsAsciiDigit(folded[start - 2]))
        || (folded[end] is '.' or ',' && char.IsAsciiDigit(folded[end + 1]));

    // One of more than two groups joined by hyphens: a product key, a GUID, a phone number.
    private bool ContinuesGroup(int start, int end) =>
        (folded[start - 1] == '-' && char.IsAsciiLetterOrDigit(folded[start - 2])) || (folded[end] == '-' && char.IsAsciiLetterOrDigit(folded[end + 1]));

    // STOP: 0x0000007B (0x…, 0x…, …): what stands in the brackets are addresses, not codes.
    private int SkipParameters(int end)
    {
        var i = end;
        while (folded[i] == ' ') i++;
        if (folded[i] != '(') return end;
        var commas = 0;
        for (var stop = Math.Min(folded.Length, i + LongestParameters); ++i < stop;)
        {
            var c = folded[i];
            if (c == ')') return commas > 0 ? i + 1 : end;
            if (c == ',') commas++;
            else if (!char.IsAsciiHexDigit(c) && c is not ('x' or 'X' or ' ' or '`')) break;
        }
        return end;
    }

    private int SkipSeparators(int i)
    {
        for (var n = 0; n < 3 && folded[i] is ' ' or '\t' or '-' or '_' or 'ー'; n++) i++;
        return i;
    }

    private int WordEnd(int i)
    {
        while (char.IsAsciiLetterOrDigit(folded[i])) i++;
        return i;
    }

    // First 16 bits that codes of Windows begin with: HRESULT 80–87, NTSTATUS C0, mapped NTSTATUS D0, informational 40, stop codes.
    private static bool IsPlausible(ulong value) => IsErrorLike(value) || value >> 16 is 0x1000 or 0 || value >> 24 is 0x40;

    private static bool IsErrorLike(ulong value) => value >> 24 is (>= 0x80 and <= 0x87) or 0xC0 or 0xD0 || value >> 16 is 0x4004;

    private static bool IsCommonAllDigits(ulong value) =>
        value >> 16 is (>= 0x8000 and <= 0x8010) or 0x8018 or 0x8019 or (>= 0x8024 and <= 0x8031) or 0x4004;

    private static bool Fail(out ErrorCode code, out bool guess, out int end)
    {
        (code, guess, end) = (default, false, 0);
        return false;
    }
}
