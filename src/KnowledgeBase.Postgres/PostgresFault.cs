using System.Net.Sockets;
using Npgsql;

namespace KnowledgeBase.Postgres;

/// <summary>What a failure of the database means.</summary>
internal static class PostgresFault
{
    /// <summary>Whether it is a matter of the database and its network, which callers answer for instead of failing.</summary>
    public static bool IsOne(Exception e) => e is NpgsqlException or TimeoutException or SocketException or IOException or NotSupportedException;

    /// <summary>Whether the same work may succeed a moment later: the server restarts, a connection died in the pool, two replicas met.</summary>
    public static bool IsPassing(Exception e) => e switch
    {
        PostgresException p => p.SqlState is "57P01" or "57P02" or "57P03" or "40001" or "40P01" || p.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException n => n.IsTransient || n.InnerException is IOException or SocketException,
        _ => e is IOException or SocketException,
    };

    /// <summary>In words for whoever runs the site; never an address or a name from the connection string, since health shows it.</summary>
    public static string Words(Exception e) => e switch
    {
        NotSupportedException => e.Message,
        PostgresException { SqlState: "28P01" or "28000" or "3D000" } => "the database refuses the sign-in; see KnowledgeBase:Storage:ConnectionString",
        PostgresException { SqlState: "53100" } => "the disk of the database is full",
        PostgresException p => $"the database answers {p.SqlState}",
        _ => "the database cannot be reached; see KnowledgeBase:Storage:ConnectionString",
    };
}
