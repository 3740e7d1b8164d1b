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
        new("""
            -- Times in milliseconds since 1970, as in the embedded store.
            CREATE TABLE account (
              id text PRIMARY KEY, name text NOT NULL, key text NOT NULL UNIQUE, role text, disabled boolean NOT NULL, password text, stamp text NOT NULL,
              failures bigint NOT NULL, locked bigint, two_factor boolean NOT NULL, authenticator text, code_step bigint NOT NULL, recovery text NOT NULL,
              created bigint NOT NULL, version bigint NOT NULL);
            CREATE TABLE account_login (provider text NOT NULL, subject text NOT NULL, account text NOT NULL REFERENCES account, PRIMARY KEY (provider, subject));
            CREATE TABLE account_session (mark text PRIMARY KEY, account text NOT NULL REFERENCES account, since bigint NOT NULL, until bigint NOT NULL);
            CREATE INDEX account_session_of ON account_session (account);
            CREATE TABLE audit (
              number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at bigint NOT NULL, who text NOT NULL, action text NOT NULL, subject text NOT NULL, detail text);
            CREATE TABLE note (
              number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, subject text NOT NULL, text text NOT NULL, author text NOT NULL, at bigint NOT NULL);
            CREATE INDEX note_subject ON note (subject);
            CREATE TABLE flag (
              number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, subject text NOT NULL, ticket text NOT NULL, text text NOT NULL, author text NOT NULL, at bigint NOT NULL,
              closed_by text, closed_at bigint);
            CREATE INDEX flag_open ON flag (subject) WHERE closed_at IS NULL;
            CREATE TABLE search (
              day date NOT NULL, hour integer NOT NULL, locale text NOT NULL, query text NOT NULL, code text NOT NULL, best text NOT NULL, results integer NOT NULL, times bigint NOT NULL,
              PRIMARY KEY (day, query, hour, locale, code, best, results));
            CREATE TABLE guide_move (
              day date NOT NULL, guide text NOT NULL, version text NOT NULL, node text NOT NULL, move text NOT NULL, locale text NOT NULL, times bigint NOT NULL,
              PRIMARY KEY (day, guide, version, node, move, locale));
            CREATE TABLE page_view (day date NOT NULL, page text NOT NULL, locale text NOT NULL, times bigint NOT NULL, PRIMARY KEY (day, page, locale));
            """),
        new("CREATE TABLE draft (id text PRIMARY KEY, version bigint NOT NULL, changed bigint NOT NULL, body text NOT NULL);"),
        new("""
            CREATE TABLE account_token (
              id text PRIMARY KEY, account text NOT NULL REFERENCES account, name text NOT NULL, mark text NOT NULL UNIQUE, role text NOT NULL,
              created bigint NOT NULL, until bigint NOT NULL);
            CREATE INDEX account_token_of ON account_token (account);
            """),
        new("""
            CREATE TABLE link (
              address text PRIMARY KEY, state text NOT NULL, status integer, problem text, failures integer NOT NULL, checked bigint NOT NULL, next bigint NOT NULL);
            """),
        new("""
            CREATE TABLE publication (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, state text NOT NULL, revision text NOT NULL, pages text NOT NULL);
            CREATE TABLE delivery (
              number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text NOT NULL UNIQUE, target text NOT NULL, body text NOT NULL, attempts integer NOT NULL,
              since bigint NOT NULL, next bigint NOT NULL);
            CREATE INDEX delivery_target ON delivery (target, number);
            """),
    ];
}
