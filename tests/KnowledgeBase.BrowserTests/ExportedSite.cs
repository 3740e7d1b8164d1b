using KnowledgeBase.Tests.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.BrowserTests;

/// <summary>The site as `kb export` writes it, in a folder that a plain file server shows.</summary>
internal sealed class ExportedSite : IAsyncDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kb-exported-");
    private readonly WebApplication _server;

    /// <param name="site">Address of the site that runs.</param>
    public ExportedSite(Uri site)
    {
        Folder = Path.Combine(_home.FullName, "out");
        (Exit, Output, var errors) = Kb.Run("export", "--static", Folder, "--site", site.GetLeftPart(UriPartial.Authority));
        Assert.Equal("", errors);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _server = builder.Build();
        // Nothing but files: an address that is no file is a 404.
        _server.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(Folder) });
    }

    public string Folder { get; }

    public int Exit { get; }

    /// <summary>What the command said.</summary>
    public string Output { get; }

    /// <summary>Where the files are served, without a slash at the end.</summary>
    public async Task<string> Serve()
    {
        await _server.StartAsync();
        return _server.Urls.First();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _home.Delete(true);
    }
}
