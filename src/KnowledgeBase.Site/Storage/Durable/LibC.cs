using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace KnowledgeBase.Site.Storage;

/// <summary>What .NET leaves out: a flush whose failure is told (its own swallows EIO and ENOSPC), a flush of a folder, a lock on a
/// folder, and a second name for a file.</summary>
internal static partial class LibC
{
    private const int ReadOnlyCloseOnExec = 0x80000;
    private const int Exclusive = 2;
    private const int DoNotWait = 4;
    private const int Exists = 17;

    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void Flush(SafeFileHandle file, string path)
    {
        if (!OperatingSystem.IsLinux()) RandomAccess.FlushToDisk(file);
        else if (Fsync(file) != 0) throw Failure(path);
    }

    /// <summary>Makes names in a folder last.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsLinux()) return;
        using var handle = OpenFolder(folder);
        if (Fsync(handle) != 0) throw Failure(folder);
    }

    /// <summary>Takes a folder for this process alone, until the handle is closed or the process dies; null where another has it.
    /// Where the system has no such lock a handle comes that holds nothing.</summary>
    public static SafeFileHandle? TryLock(string folder)
    {
        if (!OperatingSystem.IsLinux()) return new SafeFileHandle();
        var handle = OpenFolder(folder);
        if (Flock(handle, Exclusive | DoNotWait) == 0) return handle;
        handle.Dispose();
        return null;
    }

    /// <summary>Gives a file another name at once, whole; false where that name is taken.</summary>
    public static bool TryLink(string file, string name)
    {
        if (OperatingSystem.IsLinux() && Link(file, name) == 0) return true;
        if (OperatingSystem.IsLinux() && Marshal.GetLastPInvokeError() == Exists) return false;
        try
        {
            // A file system without such names.
            File.Copy(file, name);
            return true;
        }
        catch (IOException) when (File.Exists(name))
        {
            return false;
        }
    }

    private static SafeFileHandle OpenFolder(string folder)
    {
        var handle = Open(folder, ReadOnlyCloseOnExec);
        if (!handle.IsInvalid) return handle;
        var failure = Failure(folder);
        handle.Dispose();
        throw failure;
    }

    private static IOException Failure(string path)
    {
        var number = Marshal.GetLastPInvokeError();
        // The system's number, as File's own exceptions carry it.
        return new($"{path}: {new Win32Exception(number).Message}", number);
    }

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Flock(SafeFileHandle file, int how);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Link(string file, string name);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial SafeFileHandle Open(string path, int flags);
}
