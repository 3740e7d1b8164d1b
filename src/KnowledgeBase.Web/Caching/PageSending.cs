using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Web.Caching;

/// <summary>Writes a page as the answer to one request: encoding, validator, conditions, a range.</summary>
public static class PageSending
{
    public const string HtmlType = "text/html; charset=utf-8";
    public const string Cacheable = "public, max-age=0, must-revalidate";

    /// <summary>Sends a page that every reader gets alike.</summary>
    public static Task Send(HttpContext context, StoredPage page)
    {
        var (request, response) = (context.Request, context.Response);
        var body = Pick(page, request.Headers.AcceptEncoding.ToString());
        var headers = response.Headers;
        headers.CacheControl = Cacheable;
        headers.ETag = body.Tag;
        Describe(headers, page);
        if (request.Headers.IfMatch.Count > 0 && !Matches(request.Headers.IfMatch.ToString(), body.Tag)) return Only(response, StatusCodes.Status412PreconditionFailed);
        if (request.Headers.IfNoneMatch.Count > 0 && Names(request.Headers.IfNoneMatch.ToString(), body.Tag, page)) return Only(response, StatusCodes.Status304NotModified);
        return Write(context, body, request.Headers.Range.Count == 0 ? body.Bytes : Part(context, body));
    }

    /// <summary>Sends a page made for this reader alone.</summary>
    public static Task SendOnce(HttpContext context, StoredPage page)
    {
        context.Response.Headers.CacheControl = "no-store";
        Describe(context.Response.Headers, page);
        var body = Pick(page, context.Request.Headers.AcceptEncoding.ToString());
        return Write(context, body, body.Bytes);
    }

    /// <summary>The smallest form that the reader's program takes.</summary>
    public static PageBody Pick(StoredPage page, string accepted) =>
        accepted.Length == 0 ? page.Plain
        // What browsers send; anything with weights is read with care.
        : accepted.Contains(';', StringComparison.Ordinal) ? Weighed(page, accepted)
        : Holds(accepted, "br") ? page.Brotli
        : Holds(accepted, "gzip") ? page.Gzip
        : page.Plain;

    private static PageBody Weighed(StoredPage page, string accepted)
    {
        if (!StringWithQualityHeaderValue.TryParseList([accepted], out var wishes)) return page.Plain;
        double Weight(string coding) => wishes.Where(w => w.Value.Equals(coding, StringComparison.OrdinalIgnoreCase)).Select(w => w.Quality ?? 1)
            .Concat(wishes.Where(w => w.Value == "*").Select(w => w.Quality ?? 1)).FirstOrDefault();
        var (brotli, gzip) = (Weight("br"), Weight("gzip"));
        return brotli > 0 && brotli >= gzip ? page.Brotli : gzip > 0 ? page.Gzip : page.Plain;
    }

    private static bool Holds(string accepted, string coding)
    {
        var rest = accepted.AsSpan();
        foreach (var part in rest.Split(','))
            if (rest[part].Trim().Equals(coding, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static void Describe(IHeaderDictionary headers, StoredPage page)
    {
        headers.Vary = HeaderNames.AcceptEncoding;
        headers["blazor-enhanced-nav"] = "allow";
        if (page.Language is not null) headers.ContentLanguage = page.Language;
    }

    /// <summary>Whether a list of validators names this page in any encoding: a cache that holds it may go on using it.</summary>
    private static bool Names(string list, string tag, StoredPage page)
    {
        if (list == tag || list == "*") return true;
        var rest = list.AsSpan();
        foreach (var part in rest.Split(','))
        {
            var one = rest[part].Trim();
            if (one.StartsWith("W/")) one = one[2..];
            if (one.SequenceEqual(tag) || page.IsTag(one)) return true;
        }

        return false;
    }

    // Strong comparison: a weak validator never matches.
    private static bool Matches(string list, string tag) => list == "*" || list.Split(',', StringSplitOptions.TrimEntries).Contains(tag);

    private static Task Only(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task Write(HttpContext context, PageBody body, ReadOnlyMemory<byte> bytes)
    {
        var response = context.Response;
        if (response.StatusCode == StatusCodes.Status416RangeNotSatisfiable) return Task.CompletedTask;
        response.ContentType = HtmlType;
        if (body.Encoding is not null) response.Headers.ContentEncoding = body.Encoding;
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.BodyWriter.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    /// <summary>One range of the encoded bytes; anything else that a range may be is answered with the whole page, as is allowed.</summary>
    private static ReadOnlyMemory<byte> Part(HttpContext context, PageBody body)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.AcceptRanges = "bytes";
        if (!HttpMethods.IsGet(request.Method) || !RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var asked) || asked is not { Unit.Value: "bytes", Ranges.Count: 1 }) return body.Bytes;
        if (request.Headers.IfRange.Count > 0 && request.Headers.IfRange.ToString() != body.Tag) return body.Bytes;
        var (range, length) = (asked.Ranges.First(), (long)body.Bytes.Length);
        var from = range.From ?? Math.Max(0, length - (range.To ?? 0));
        var to = range.From is null ? length - 1 : Math.Min(range.To ?? length - 1, length - 1);
        if (from >= length || from > to)
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{length}");
            return default;
        }

        response.StatusCode = StatusCodes.Status206PartialContent;
        response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{to}/{length}");
        return body.Bytes[(int)from..((int)to + 1)];
    }
}
