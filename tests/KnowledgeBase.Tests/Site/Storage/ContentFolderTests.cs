using System.Diagnostics;
using KnowledgeBase.Site.Storage;

namespace KnowledgeBase.Tests.Site.Storage;

public sealed class ContentFolderTests : IDisposable
{
    private readonly TempContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Files_come_in_the_order_of_their_paths_whatever_the_disk_says()
    {
        foreach (var name in new[] { "b.md", "a/z.md", "A.md", "a.md" }) _content.Write(name, name);
        Assert.Equal(["A.md", "a.md", "a/z.md", "b.md"], Read().Select(f => f.Content.Path));
    }

    [Fact]
    public void Hidden_files_and_folders_are_not_seen()
    {
        _content.Write(".git/config.md", "x");
        _content.Write("articles/.draft.md", "x");
        Assert.Empty(Read());
    }

    [Fact]
    public void A_picture_is_listed_with_its_size_but_not_read()
    {
        _content.Write("media/a.png", new byte[1234]);
        var file = Assert.Single(Read()).Content;
        Assert.Equal(("media/a.png", 1234, 0), (file.Path, file.Size, file.Bytes.Length));
    }

    [Fact]
    public void A_text_that_is_too_large_is_refused_unread()
    {
        _content.Write("articles/a.md", new byte[ContentFolder.LargestText + 1]);
        var file = Assert.Single(Read()).Content;
        Assert.Contains("bytes", file.Refused, StringComparison.Ordinal);
        Assert.True(file.Bytes.IsEmpty);
    }

    [Fact]
    public void Links_to_files_folders_and_each_other_are_refused_and_never_followed()
    {
        File.WriteAllText(_content.At("../secret.md"), "secret");
        Directory.CreateDirectory(_content.At("../elsewhere"));
        File.WriteAllText(_content.At("../elsewhere/inside.md"), "secret");
        File.CreateSymbolicLink(_content.At("file.md"), _content.At("../secret.md"));
        Directory.CreateSymbolicLink(_content.At("folder"), _content.At("../elsewhere"));
        File.CreateSymbolicLink(_content.At("loop-a.md"), _content.At("loop-b.md"));
        File.CreateSymbolicLink(_content.At("loop-b.md"), _content.At("loop-a.md"));
        File.CreateSymbolicLink(_content.At("zero.md"), "/dev/zero");
        var files = Read();
        Assert.Equal(["file.md", "folder", "loop-a.md", "loop-b.md", "zero.md"], files.Select(f => f.Content.Path));
        Assert.All(files, f => Assert.Contains("symbolic link", f.Content.Refused, StringComparison.Ordinal));
        Assert.All(files, f => Assert.True(f.Content.Bytes.IsEmpty));
    }

    [Fact]
    public void A_pipe_is_refused_without_being_opened()
    {
        if (!OperatingSystem.IsLinux()) return;
        using (var make = Process.Start("mkfifo", _content.At("pipe.md"))) make.WaitForExit();
        Assert.Contains("not a regular file", Assert.Single(Read()).Content.Refused, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_changed_files_are_read_again()
    {
        _content.Write("a.md", "one");
        _content.Write("b.md", "one");
        var first = Read();
        _content.Change("b.md", "one", "two");
        var second = ContentFolder.Read(_content.Folder, first.ToDictionary(f => f.Content.Path));
        Assert.Same(first[0], second[0]);
        Assert.NotSame(first[1], second[1]);
        Assert.Equal("two"u8.ToArray(), second[1].Content.Bytes.ToArray());
    }

    [Theory]
    [InlineData("../secret.png")]
    [InlineData("media/../../secret.png")]
    [InlineData("/etc/hostname")]
    [InlineData("media/link.png")]
    [InlineData("media/missing.png")]
    [InlineData("media")]
    public void Media_never_comes_from_outside_of_the_folder(string name)
    {
        File.WriteAllText(_content.At("../secret.png"), "secret");
        Directory.CreateDirectory(_content.At("media"));
        File.CreateSymbolicLink(_content.At("media/link.png"), _content.At("../secret.png"));
        Assert.Null(MediaFile.Open(_content.Folder, name));
    }

    private IReadOnlyList<ReadFile> Read() => ContentFolder.Read(_content.Folder);
}
