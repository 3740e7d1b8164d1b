using Dapper;
using KnowledgeBase.Site.Desk;
using Npgsql;

namespace KnowledgeBase.Postgres;

/// <summary>Notes and flags that all replicas share.</summary>
public sealed class PostgresNoteStore(PostgresDatabase database) : INoteStore
{
    private const string NoteRows = "SELECT number, subject, text, author, at FROM note";
    private const string FlagRows = "SELECT number, subject, ticket, text, author, at, closed_by, closed_at FROM flag";

    public string? Problem => database.Problem;

    public Task<bool> Add(Note note, CancellationToken cancellation = default) => Write(
        "INSERT INTO note (subject, text, author, at) VALUES (@Subject, @Text, @Author, @At)",
        new { note.Subject, note.Text, note.Author, At = note.At.ToUnixTimeMilliseconds() }, cancellation);

    public Task<IReadOnlyList<Note>> Notes(string subject, CancellationToken cancellation = default) =>
        database.Run<IReadOnlyList<Note>>(async c => await Notes(c, $"{NoteRows} WHERE subject = @subject ORDER BY number", new { subject }), [], cancellation);

    public Task<IReadOnlyList<Note>> LatestNotes(int most, CancellationToken cancellation = default) =>
        database.Run<IReadOnlyList<Note>>(async c => await Notes(c, $"{NoteRows} ORDER BY number DESC LIMIT @most", new { most }), [], cancellation);

    public Task<bool> RemoveNote(long number, CancellationToken cancellation = default) => Write("DELETE FROM note WHERE number = @number", new { number }, cancellation);

    public Task<bool> Add(Flag flag, CancellationToken cancellation = default) => Write(
        "INSERT INTO flag (subject, ticket, text, author, at) VALUES (@Subject, @Ticket, @Text, @Author, @At)",
        new { flag.Subject, flag.Ticket, flag.Text, flag.Author, At = flag.At.ToUnixTimeMilliseconds() }, cancellation);

    public Task<IReadOnlyList<Flag>> Flags(string? subject = null, int closed = 0, CancellationToken cancellation = default) => database.Run<IReadOnlyList<Flag>>(async c =>
    [
        .. await Flags(c, $"{FlagRows} WHERE closed_at IS NULL AND (@subject::text IS NULL OR subject = @subject) ORDER BY number", new { subject }),
        .. (await Flags(c, $"{FlagRows} WHERE closed_at IS NOT NULL AND (@subject::text IS NULL OR subject = @subject) ORDER BY closed_at DESC, number DESC LIMIT @closed", new { subject, closed }))
            .AsEnumerable().Reverse(),
    ], [], cancellation);

    public Task<bool> CloseFlag(long number, string who, DateTimeOffset at, CancellationToken cancellation = default) => Write(
        "UPDATE flag SET closed_by = @who, closed_at = @at WHERE number = @number AND closed_at IS NULL", new { number, who, at = at.ToUnixTimeMilliseconds() }, cancellation);

    private Task<bool> Write(string sql, object values, CancellationToken cancellation) => database.Run(async c => await c.ExecuteAsync(sql, values) > 0, false, cancellation);

    private static async Task<List<Note>> Notes(NpgsqlConnection connection, string sql, object values) =>
        [.. (await connection.QueryAsync<(long Number, string Subject, string Text, string Author, long At)>(sql, values))
            .Select(r => new Note { Number = r.Number, Subject = r.Subject, Text = r.Text, Author = r.Author, At = DateTimeOffset.FromUnixTimeMilliseconds(r.At) })];

    private static async Task<List<Flag>> Flags(NpgsqlConnection connection, string sql, object values) =>
        [.. (await connection.QueryAsync<(long Number, string Subject, string Ticket, string Text, string Author, long At, string? ClosedBy, long? ClosedAt)>(sql, values)).Select(r => new Flag
        {
            Number = r.Number, Subject = r.Subject, Ticket = r.Ticket, Text = r.Text, Author = r.Author, At = DateTimeOffset.FromUnixTimeMilliseconds(r.At),
            ClosedBy = r.ClosedBy, ClosedAt = r.ClosedAt is { } closed ? DateTimeOffset.FromUnixTimeMilliseconds(closed) : null,
        })];
}
