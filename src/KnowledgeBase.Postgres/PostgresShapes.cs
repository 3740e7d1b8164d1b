namespace KnowledgeBase.Postgres;

/// <summary>All steps to the newest shape of the database, in order; only ever added to.</summary>
public static class PostgresShapes
{
    public static IReadOnlyList<PostgresShape> All { get; } =
    [
        new("""
            CREATE TABLE request (
              kind text NOT NULL, subject text NOT NULL, locale text NOT NULL, day date NOT NULL, visitors bigint NOT NULL,
              PRIMARY KEY (kind, subject, locale, day));
            -- The day's salt and marks: both go when the next day begins.
            CREATE TABLE day_salt (day date PRIMARY KEY, salt bytea NOT NULL);
            CREATE TABLE day_mark (thing text NOT NULL, mark integer NOT NULL, PRIMARY KEY (thing, mark));
            CREATE TABLE vote (
              page text NOT NULL, locale text NOT NULL, revision text NOT NULL, mark integer NOT NULL, helpful boolean NOT NULL, reason text, query text, day date NOT NULL,
              PRIMARY KEY (page, locale, revision, mark));
            -- A text's salt goes when the next text gets its first vote.
            CREATE TABLE vote_salt (page text NOT NULL, locale text NOT NULL, revision text NOT NULL, salt bytea NOT NULL, PRIMARY KEY (page, locale));
            CREATE TABLE protection_key (name text PRIMARY KEY, xml text NOT NULL, made timestamptz NOT NULL DEFAULT now());
            """),
    ];
}
