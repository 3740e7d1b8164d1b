namespace KnowledgeBase.Search.Analysis;

/// <summary>The English (Porter2) stemming algorithm over lower-case letters; other words come back as they are. Holds a buffer.</summary>
internal sealed class PorterStemmer
{
    private static readonly (string Word, string Stem)[] s_exceptions =
    [
        ("skis", "ski"), ("skies", "sky"), ("dying", "die"), ("lying", "lie"), ("tying", "tie"), ("idly", "idl"), ("gently", "gentl"),
        ("ugly", "ugli"), ("early", "earli"), ("only", "onli"), ("singly", "singl"), ("sky", "sky"), ("news", "news"), ("howe", "howe"),
        ("atlas", "atlas"), ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
    ];

    private static readonly string[] s_kept = ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"];

    private static readonly (string Suffix, string By)[] s_step2 =
    [
        ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"), ("biliti", "ble"), ("lessli", "less"),
        ("tional", "tion"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"), ("ousli", "ous"),
        ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string By)[] s_step3 =
        [("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", "")];

    private static readonly string[] s_step4 =
        ["ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic"];

    private char[] _b = new char[80];
    private int _end;
    private int _r1;
    private int _r2;

    /// <returns>A span that lives until the next call.</returns>
    public ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word.Length > 60 || word.ContainsAnyExceptInRange('a', 'z')) return word;
        foreach (var (exception, stem) in s_exceptions)
            if (word.SequenceEqual(exception)) return stem;
        word.CopyTo(_b);
        _end = word.Length;
        MarkConsonantY();
        FindRegions();
        Step1A();
        foreach (var kept in s_kept)
            if (Text.SequenceEqual(kept)) return Text;
        Step1B();
        Step1C();
        Replace(s_step2, 2);
        Replace(s_step3, 3);
        Step4();
        Step5();
        for (var i = 0; i < _end; i++)
            if (_b[i] == 'Y') _b[i] = 'y';
        return Text;
    }

    private ReadOnlySpan<char> Text => _b.AsSpan(0, _end);

    private void MarkConsonantY()
    {
        for (var i = 0; i < _end; i++)
            if (_b[i] == 'y' && (i == 0 || IsVowel(i - 1))) _b[i] = 'Y';
    }

    private void FindRegions()
    {
        _r1 = Text.StartsWith("gener") || Text.StartsWith("arsen") ? 5 : Text.StartsWith("commun") ? 6 : After(0);
        _r2 = After(_r1);
    }

    // The position after the first consonant that follows a vowel.
    private int After(int from)
    {
        for (var i = from + 1; i < _end; i++)
            if (!IsVowel(i) && IsVowel(i - 1)) return i + 1;
        return _end;
    }

    private void Step1A()
    {
        if (Ends("sses")) _end -= 2;
        else if (Ends("ied") || Ends("ies")) _end -= _end > 4 ? 2 : 1;
        else if (!Ends("us") && !Ends("ss") && Ends("s") && HasVowel(_end - 2)) _end--;
    }

    private void Step1B()
    {
        if (Ends("eedly") || Ends("eed"))
        {
            var length = Ends("eedly") ? 5 : 3;
            if (_end - length >= _r1) _end -= length - 2;
            return;
        }
        var suffix = Ends("ingly") ? 5 : Ends("edly") ? 4 : Ends("ing") ? 3 : Ends("ed") ? 2 : 0;
        if (suffix == 0 || !HasVowel(_end - suffix)) return;
        _end -= suffix;
        if (Ends("at") || Ends("bl") || Ends("iz")) _b[_end++] = 'e';
        else if (_end > 1 && _b[_end - 1] == _b[_end - 2] && "bdfgmnprt".Contains(_b[_end - 1])) _end--;
        else if (_r1 >= _end && IsShortSyllable(_end)) _b[_end++] = 'e';
    }

    private void Step1C()
    {
        if (_end > 2 && _b[_end - 1] is 'y' or 'Y' && !IsVowel(_end - 2)) _b[_end - 1] = 'i';
    }

    private void Replace((string Suffix, string By)[] rules, int step)
    {
        foreach (var (suffix, by) in rules)
        {
            if (!Ends(suffix)) continue;
            var at = _end - suffix.Length;
            if (at < _r1) return;
            if (suffix == "ogi" && (at == 0 || _b[at - 1] != 'l')) return;
            if (suffix == "li" && step == 2 && (at == 0 || !"cdeghkmnrt".Contains(_b[at - 1]))) return;
            if (suffix == "ative" && at < _r2) return;
            by.CopyTo(_b.AsSpan(at));
            _end = at + by.Length;
            return;
        }
    }

    private void Step4()
    {
        foreach (var suffix in s_step4)
        {
            if (!Ends(suffix)) continue;
            var at = _end - suffix.Length;
            if (at >= _r2 && (suffix != "ion" || (at > 0 && _b[at - 1] is 's' or 't'))) _end = at;
            return;
        }
    }

    private void Step5()
    {
        if (Ends("e"))
        {
            var at = _end - 1;
            if (at >= _r2 || (at >= _r1 && !IsShortSyllable(at))) _end = at;
        }
        else if (Ends("ll") && _end - 1 >= _r2) _end--;
    }

    private bool Ends(string suffix) => Text.EndsWith(suffix);

    private bool IsVowel(int i) => _b[i] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private bool HasVowel(int end)
    {
        for (var i = 0; i < end; i++)
            if (IsVowel(i)) return true;
        return false;
    }

    private bool IsShortSyllable(int end) => end switch
    {
        < 2 => false,
        2 => IsVowel(0) && !IsVowel(1),
        _ => !IsVowel(end - 1) && _b[end - 1] is not ('w' or 'x' or 'Y') && IsVowel(end - 2) && !IsVowel(end - 3),
    };
}
