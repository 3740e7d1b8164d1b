using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Site.Storage;

/// <summary>The keys that protect cookies and form tokens, as files of the data folder that only the site's user may read. Where the
/// folder cannot be used, keys live as long as the process: reading goes on, and who is signed in signs in again after a restart.</summary>
public sealed partial class DataKeys(string dataFolder, ILoggerFactory logs) : IXmlRepository
{
    /// <summary>The folder's name in the data folder.</summary>
    public const string FolderName = "keys";

    private readonly ILogger _log = logs.CreateLogger<DataKeys>();
    private readonly List<XElement> _unkept = [];
    private readonly FileSystemXmlRepository _files = new(new DirectoryInfo(Path.Combine(dataFolder, FolderName)), logs);

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_unkept)
        {
            try
            {
                return [.. _files.GetAllElements(), .. _unkept];
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return [.. _unkept];
            }
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_unkept)
        {
            try
            {
                MakePrivate();
                _files.StoreElement(element, friendlyName);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                NotKept(_log, e.Message);
                _unkept.Add(element);
            }
        }
    }

    private void MakePrivate()
    {
        var folder = Path.Combine(dataFolder, FolderName);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Keys cannot be kept in the data folder, so whoever signs in must do so again after a restart: {Reason}")]
    private static partial void NotKept(ILogger logger, string reason);
}
