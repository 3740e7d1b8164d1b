using KnowledgeBase.Site;
using KnowledgeBase.Site.Insights;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Circuits;

/// <summary>How many circuits are open, in all and from each address, and whether one more fits.</summary>
public sealed class CircuitCount(IOptions<SiteOptions> options)
{
    private readonly Lock _turn = new();
    private readonly Dictionary<string, int> _byVisitor = new(StringComparer.Ordinal);
    private int _open;
    private long _refused;

    public int Open => Volatile.Read(ref _open);

    /// <summary>Since the start.</summary>
    public long Refused => Volatile.Read(ref _refused);

    private RateLimits Limits => options.Value.RateLimits;

    /// <summary>Takes a place for this visitor.</summary>
    /// <returns>False where there is none; true must be followed by one <see cref="Leave"/>.</returns>
    public bool TryEnter(Visitor visitor)
    {
        lock (_turn)
        {
            var own = _byVisitor.GetValueOrDefault(visitor.Network);
            if (_open >= Limits.Circuits || own >= Limits.CircuitsPerAddress)
            {
                _refused++;
                return false;
            }

            _open++;
            _byVisitor[visitor.Network] = own + 1;
            return true;
        }
    }

    public void Leave(Visitor visitor)
    {
        lock (_turn)
        {
            _open--;
            // An address is forgotten with its last circuit.
            if (_byVisitor.GetValueOrDefault(visitor.Network) is > 1 and var own) _byVisitor[visitor.Network] = own - 1;
            else _byVisitor.Remove(visitor.Network);
        }
    }
}
