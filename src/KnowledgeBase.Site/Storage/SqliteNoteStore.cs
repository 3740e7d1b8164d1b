using Dapper;
using KnowledgeBase.Site.Desk;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Site.Storage;

/// <summary>Notes and flags of a site that runs as one process, in a file of their own.</summary>
public sealed class SqliteNoteStore : INoteStore, IDisposable
{
    public const string FileName = "desk.db";

    private const string NoteRows = "SELECT number, subject, text, author, at FROM note";
    private const string FlagRows = "SELECT number, subject, ticket, text, author, at, closed_by, closed_at FROM flag";

    private static readonly string[] s_shapes =
    [
        """
        CREATE TABLE note (number INTEGER PRIMARY KEY AUTOINCREMENT, subject TEXT NOT NULL, text TEXT NOT NULL, author TEXT NOT NULL, at INTEGER NOT NULL);
        CREATE INDEX note_subject ON note (subject);
        CREATE TABLE flag (
          number INTEGER PRIMARY KEY AUTOINCREMENT, subject TEXT NOT NULL, ticket TEXT NOT NULL, text TEXT NOT NULL, author TEXT NOT NULL, at INTEGER NOT NULL,
          closed_by TEXT, closed_at INTEGER);
        CREATE INDEX flag_open ON flag (subject) WHERE closed_at IS NULL;
        """,
    ];

    private readonly SqliteFile _file;

    /// <param name="folder">The data folder; made on first use.</param>
    public SqliteNoteStore(string folder, long mostBytes = SqliteFile.MostBytes) => _file = new(folder: folder, shapes: s_shapes, mostBytes: mostBytes, name: FileName);

    public string? Problem => _file.Problem;

    public Task<bool> Add(Note note, CancellationToken cancellation = default) => Write(
        "INSERT INTO note (subject, text, author, at) VALUES (@Subject, @Text, @Author, @At)",
        new { note.Subject, note.Text, note.Author, At = note.At.ToUnixTimeMilliseconds() }, cancellation);

    public Task<IReadOnlyList<Note>> Notes(string subject, CancellationToken cancellation = default) =>
        _file.Run<IReadOnlyList<Note>>(c => Notes(c, $"{NoteRows} WHERE subject = @subject ORDER BY number", new { subject }), [], cancellation);

    public Task<IReadOnlyList<Note>> LatestNotes(int most, CancellationToken cancellation = default) =>
        _file.Run<IReadOnlyList<Note>>(c => Notes(c, $"{NoteRows} ORDER BY number DESC LIMIT @most", new { most }), [], cancellation);

    public Task<bool> RemoveNote(long number, CancellationToken cancellation = default) => Write("DELETE FROM note WHERE number = @number", new { number }, cancellation);

    public Task<bool> Add(Flag flag, CancellationToken cancellation = default) => Write(
        "INSERT INTO flag (subject, ticket, text, author, at) VALUES (@Subject, @Ticket, @Text, @Author, @At)",
        new { flag.Subject, flag.Ticket, flag.Text, flag.Author, At = flag.At.ToUnixTimeMilliseconds() }, cancellation);

    public Task<IReadOnlyList<Flag>> Flags(string? subject = null, int closed = 0, CancellationToken cancellation = default) => _file.Run<IReadOnlyList<Flag>>(c =>
    [
        .. Flags(c, $"{FlagRows} WHERE closed_at IS NULL AND (@subject IS NULL OR subject = @subject) ORDER BY number", new { subject }),
        .. Flags(c, $"{FlagRows} WHERE closed_at IS NOT NULL AND (@subject IS NULL OR subject = @subject) ORDER BY closed_at DESC, number DESC LIMIT @closed", new { subject, closed }).AsEnumerable().Reverse(),
    ], [], cancellation);

    public Task<bool> CloseFlag(long number, string who, DateTimeOffset at, CancellationToken cancellation = default) => Write(
        "UPDATE flag SET closed_by = @who, closed_at = @at WHERE number = @number AND closed_at IS NULL", new { number, who, at = at.ToUnixTimeMilliseconds() }, cancellation);

    public void Dispose() => _file.Dispose();

    private Task<bool> Write(string sql, object values, CancellationToken cancellation) => _file.Run(c => c.Execute(sql, values) > 0, false, cancellation);

    private static List<Note> Notes(SqliteConnection connection, string sql, object values) =>
        [.. connection.Query<(long Number, string Subject, string Text, string Author, long At)>(sql, values)
            .Select(r => new Note { Number = r.Number, Subject = r.Subject, Text = r.Text, Author = r.Author, At = DateTimeOffset.FromUnixTimeMilliseconds(r.At) })];

    private static List<Flag> Flags(SqliteConnection connection, string sql, object values) =>
        [.. connection.Query<(long Number, string Subject, string Ticket, string Text, string Author, long At, string? ClosedBy, long? ClosedAt)>(sql, values).Select(r => new Flag
        {
            Number = r.Number, Subject = r.Subject, Ticket = r.Ticket, Text = r.Text, Author = r.Author, At = DateTimeOffset.FromUnixTimeMilliseconds(r.At),
            ClosedBy = r.ClosedBy, ClosedAt = r.ClosedAt is { } closed ? DateTimeOffset.FromUnixTimeMilliseconds(closed) : null,
        })];
}
