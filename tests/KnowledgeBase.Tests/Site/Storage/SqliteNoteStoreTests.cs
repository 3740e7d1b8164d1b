using KnowledgeBase.Content;
using KnowledgeBase.Site.Desk;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Site.Storage;

public sealed class SqliteNoteStoreTests : NoteStoreContract, IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("kb-notes-");
    private readonly SqliteNoteStore _store;

    public SqliteNoteStoreTests() => _store = new(_data.FullName);

    private protected override INoteStore Store => _store;

    [Fact]
    public async Task Notes_outlive_the_process()
    {
        await _store.Add(Note.Write(new(ReplySubject.Code, "code/0xC004F213", "0xC004F213"), "kept", "mika", DateTimeOffset.UnixEpoch)!);
        _store.Dispose();
        using var next = new SqliteNoteStore(_data.FullName);
        Assert.Equal(["kept"], (await next.Notes("code/0xC004F213")).Select(n => n.Text));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_a_problem_and_no_exception()
    {
        var file = Path.Combine(_data.FullName, "file");
        await File.WriteAllTextAsync(file, "");
        using var store = new SqliteNoteStore(Path.Combine(file, "below"));
        Assert.False(await store.Add(Note.Write(new(ReplySubject.Article, "article/x", "x"), "lost", "mika", DateTimeOffset.UnixEpoch)!));
        Assert.NotNull(store.Problem);
        Assert.Empty(await store.Notes("article/x"));
    }

    public void Dispose()
    {
        _store.Dispose();
        _data.Delete(true);
    }
}
