namespace KnowledgeBase.Content;

/// <summary>A 32-bit Windows error code, printed as `0xC004F213`. The one parser and normaliser of the product.</summary>
public readonly partial record struct ErrorCode(uint Value) : IComparable<ErrorCode>
{
    /// <summary>`0x` and eight upper-case hexadecimal digits: the form of addresses, file names and pages.</summary>
    public string Hex => $"0x{Value:X8}";

    /// <summary>Decimal, two's complement: `-1073417709`.</summary>
    public int Signed => unchecked((int)Value);

    /// <summary>Bits 31–30: 0 success, 1 informational, 2 warning, 3 error (NTSTATUS reading; HRESULT uses bit 31 alone).</summary>
    public int SeverityBits => (int)(Value >> 30);

    /// <summary>Bits 16–26 (HRESULT facility).</summary>
    public int Facility => (int)((Value >> 16) & 0x7FF);

    /// <summary>The low 16 bits.</summary>
    public int Code => (int)(Value & 0xFFFF);

    public int CompareTo(ErrorCode other) => Value.CompareTo(other.Value);

    public override string ToString() => Hex;
}
