namespace KnowledgeBase.Search.Analysis;

internal sealed partial class Analyzer
{
    private const int LongestWord = 60;
    private const int LongestJoined = 120;

    // An identifier: parts by case, underscore and digits, then the whole joined. `ERR-1042` is joined over its separator.
    private int Word<TSink>(int start, ref TSink sink) where TSink : ITokenSink, allows ref struct
    {
        var (parts, joined, i) = (0, 0, start);
        if (_isPassage && _text[i] == '0' && _text[i + 1] == 'x')
        {
            while (IsWord(_text.Class(i))) i++;
            return i;
        }
        while (true)
        {
            var end = PartEnd(i);
            Part(i, end, ref sink);
            joined = Append(joined, i, end);
            parts++;
            i = end;
            if (_text.Class(i) == CharClass.Joiner && _text[i] == '_' && IsWord(_text.Class(i + 1))) i++;
            if (!IsWord(_text.Class(i))) break;
        }
        if (parts > 1 && joined > 0) SendJoined(joined, start, i, ref sink);
        if (parts == 1) TextCode(start, i, ref sink);
        return i;
    }

    private void Part<TSink>(int start, int end, ref TSink sink) where TSink : ITokenSink, allows ref struct
    {
        if (end - start > LongestWord) return;
        var word = _text.Chars[start..end];
        if (_text.Class(start) == CharClass.Digit) Number(start, end, ref sink);
        else if (sink.Wants(word) && (end - start > 1 || start == 0 || _text[start - 1] is not ('\'' or '\u2019')))
            Stemmed(word, start, end, ref sink);
    }

    private void Stemmed<TSink>(ReadOnlySpan<char> word, int start, int end, ref TSink sink) where TSink : ITokenSink, allows ref struct
    {
        var stem = _stemmer.Stem(word);
        var isForm = !stem.SequenceEqual(word);
        sink.Token(stem, word, TokenKind.Word, _text.Start(start), _text.Start(end));
        if (!isForm) return;
        Span<char> form = stackalloc char[LongestWord + 1];
        form[0] = FormMark;
        word.CopyTo(form[1..]);
        form = form[..(word.Length + 1)];
        sink.Token(form, form, TokenKind.WordForm, _text.Start(start), _text.Start(end));
    }

    // 1917年, 17号, 第2: a number says little without what it counts.
    private void Number<TSink>(int start, int end, ref TSink sink) where TSink : ITokenSink, allows ref struct
    {
        Send(start, end, TokenKind.Number, ref sink);
        if (_text.Class(start - 1) == CharClass.Kanji) Send(start - 1, end, TokenKind.StrongPair, ref sink);
        if (_text.Class(end) == CharClass.Kanji) Send(start, end + 1, TokenKind.StrongPair, ref sink);
    }

    private int PartEnd(int i)
    {
        var kind = _text.Class(i);
        if (kind == CharClass.Digit)
        {
            while (_text.Class(i) == CharClass.Digit) i++;
            return i;
        }
        if (kind == CharClass.Upper)
        {
            var start = i;
            while (_text.Class(i) == CharClass.Upper) i++;
            if (_text.Class(i) != CharClass.Lower) return i;
            if (i - start > 1 && _text[i] == 's' && !IsWord(_text.Class(i + 1))) return i + 1; // IDs, APIs: one word, a plural
            if (i - start > 1) return i - 1; // XMLParser: XML, Parser
        }
        while (_text.Class(i) == CharClass.Lower) i++;
        return i;
    }

    private int Append(int length, int start, int end)
    {
        if (length + end - start > LongestJoined) return length;
        if (_joined.Length < length + end - start) Array.Resize(ref _joined, LongestJoined);
        _text.Chars[start..end].CopyTo(_joined.AsSpan(length));
        return length + end - start;
    }

    // Letters, up to three joiners, digits: ERR-1042, C 28150, ERR:1042 are one name.
    private void TextCode<TSink>(int start, int end, ref TSink sink) where TSink : ITokenSink, allows ref struct
    {
        if (_text.Class(start) == CharClass.Digit || end - start > 8) return;
        var digits = end;
        while (digits - end < 3 && _text.Class(digits) == CharClass.Joiner) digits++;
        if (digits == end || _text.Class(digits) != CharClass.Digit) return;
        var stop = PartEnd(digits);
        if (stop - digits < 2 || stop - digits > 8 || IsWord(_text.Class(stop))) return;
        var length = Append(Append(0, start, end), digits, stop);
        SendJoined(length, start, stop, ref sink);
    }

    private void SendJoined<TSink>(int length, int start, int end, ref TSink sink) where TSink : ITokenSink, allows ref struct
    {
        var joined = _joined.AsSpan(0, length);
        // Stemmed, so that it is the word that others write in small letters: OneDrive, Onedrive.
        if (sink.Wants(joined)) sink.Token(_stemmer.Stem(joined), joined, TokenKind.Joined, _text.Start(start), _text.Start(end));
    }

    private static bool IsWord(CharClass kind) => kind is CharClass.Lower or CharClass.Upper or CharClass.Digit;
}
