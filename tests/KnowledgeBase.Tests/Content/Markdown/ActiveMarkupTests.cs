namespace KnowledgeBase.Tests.Content.Markdown;

/// <summary>An oracle that finds nothing proves nothing, so it is tried on what is surely active.</summary>
public sealed class ActiveMarkupTests
{
    [Theory]
    [InlineData("<script>x</script>")]
    [InlineData("<p onclick=x>a</p>")]
    [InlineData("<img src=x onerror=x>")]
    [InlineData("<a href=javascript:x>a</a>")]
    [InlineData("<a href='java\nscript:x'>a</a>")]
    [InlineData("<a href=' JaVaScRiPt:x'>a</a>")]
    [InlineData("<a href='&#106;avascript:x'>a</a>")]
    [InlineData("<a href=data:text/html,x>a</a>")]
    [InlineData("<a href=vbscript:x>a</a>")]
    [InlineData("<a href=//evil.example>a</a>")]
    [InlineData("<a href='/\\evil.example'>a</a>")]
    [InlineData("<svg><a/></svg>")]
    [InlineData("<p style='color:red'>a</p>")]
    [InlineData("<form></form>")]
    [InlineData("<my-element></my-element>")]
    public void Active_markup_is_seen(string html) => Assert.NotEmpty(ActiveMarkup.Find(html));

    [Theory]
    [InlineData("<p>a <a href=\"/ja/articles/x#y\">b</a></p>")]
    [InlineData("<img src=\"/media/x.svg\" alt=\"onerror=x\">")]
    [InlineData("<code>&lt;script&gt;</code>")]
    public void Plain_markup_is_not(string html) => Assert.Empty(ActiveMarkup.Find(html));
}
