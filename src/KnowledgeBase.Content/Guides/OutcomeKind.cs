namespace KnowledgeBase.Content;

/// <summary>Who acts next; one colour each on the map.</summary>
public enum OutcomeKind
{
    /// <summary>Nothing is wrong, or waiting is enough.</summary>
    Fine,
    /// <summary>The visitor can mend it.</summary>
    Self,
    /// <summary>The organisation's administrator.</summary>
    Administrator,
    /// <summary>The PC maker, the seller or the vendor's support.</summary>
    Support,
    /// <summary>A licence has to be bought.</summary>
    Buy,
    /// <summary>Stop: something unsafe comes first.</summary>
    Stop,
}
