using KnowledgeBase.Content.Markdown;
using KnowledgeBase.Tests.Content.Articles;

namespace KnowledgeBase.Tests.Content.Markdown;

public sealed class HtmlSanitizerTests
{
    private const string Everything = """
        文。**強い** *弱い* `x` 0xC004F213 https://example.com/?a=1&b="2"  
        次 [a](/a/x "題 & \"引用\"") ![図 <b>](../../media/x.svg) &nbsp;&lt;

        ## 節 {#a}

        ::: steps
        1. 一 {#one admin irreversible data-loss time=5m}
           ::: when os=windows-11
           ```powershell
           PS> slmgr /dlv
           ```
           :::
        2. 二

        3. > [!WARNING]
           > 注意
        :::

        | a | b |
        |:-:|--:|
        | 1 | *2* |

        ::: checklist
        - 一
        :::

        ::: faq
        ### 問 {#q}
        > 引用

        ---
        1. x
           - y
        :::
        """;

    [Theory]
    [InlineData("<p>a</p>", "<p>a</p>")]
    [InlineData("<p>a<script>x</script>b</p>", "<p>ab</p>")]
    [InlineData("<p onclick=\"x\" class=\"step evil\" id=\"Ä\">a</p>", "<p>a</p>")]
    [InlineData("<a href=\"javascript:x\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"ms-settings:activation\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"https://x.example/\" rel=\"noopener external\" target=\"_blank\">a</a>", "<a href=\"https://x.example/\" rel=\"noopener external\">a</a>")]
    [InlineData("<img src=\"https://x.example/t.gif\" alt=\"a\">", "<img alt=\"a\">")]
    [InlineData("<svg><p>a</p></svg>", "<p>a</p>")]
    [InlineData("<math><mi>x</mi></math>b", "b")]
    [InlineData("a<!-- b -->c", "ac")]
    [InlineData("<p style=\"x\">a<br>b", "<p>a<br>b</p>")]
    [InlineData("<table><a href=\"/x\">a</a><tr><td>b", "<a href=\"/x\">a</a><table><tbody><tr><td>b</td></tr></tbody></table>")]
    [InlineData("<p>a &amp; <link rel=\"import\" href=\"t&colon;est.svg\">b</p>", "&lt;p&gt;a &amp;amp; &lt;link rel=\"import\" href=\"t&amp;colon;est.svg\"&gt;b&lt;/p&gt;")]
    public void Only_allowed_markup_stays(string html, string clean) => Assert.Equal(clean, HtmlSanitizer.Sanitize(html));

    [Theory(DisplayName = "SEC-2: what was cleaned stays as it is when it is read again")]
    [InlineData("a&#13;b&#xD;&#10;c")]
    [InlineData("<img alt=\"a&#13;b\">")]
    [InlineData("<pre>\n\n&#13;x</pre>")]
    [InlineData("<math><itext><h1><a><h6></a></h6><mglyph><svg><mtext><style><a t--itle=\"</style><img src onerro</br>r='alert(1)'>\"></stile></h1>")]
    public void Cleaning_again_changes_nothing(string html)
    {
        var clean = HtmlSanitizer.Sanitize(html);
        Assert.DoesNotContain('\r', clean);
        Assert.Equal(clean, HtmlSanitizer.Sanitize(clean));
        Assert.Equal(clean, HtmlSanitizer.Rebuild(clean));
    }

    [Fact]
    public void Our_own_markup_passes_untouched_and_without_the_thorough_way()
    {
        var html = ArticleSamples.Html(Everything);
        Assert.Contains("class=\"badge badge-admin\"", html);
        Assert.Contains("<div class=\"variants\">", html);
        Assert.Contains("class=\"faq-item\"", html);
        Assert.Equal(html, HtmlSanitizer.Rebuild(html));
        Assert.Equal(html, HtmlProof.TryNormalize(html));
    }

    [Fact]
    public void Whatever_the_quick_proof_accepts_the_thorough_way_leaves_as_it_is()
    {
        var (random, proved) = (new Random(20261121), 0);
        string[] seeds = [.. Everything.Split("\n\n").Select(ArticleSamples.Html), ArticleSamples.Html(Everything)];
        string[] pieces = ["<p>", "</p>", "<a href=\"/x\">", "</a>", "<li>", "</li>", "</ol>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<br />", "<hr />", "<em>", "</em>", "<pre>", "\n", "&amp;", "&quot;",
            "&#60;", "<", ">", "\"", "'", "=", " id=\"x\"", "<h2>", "<span>", "<div>", "</div>", "<img src=\"/media/x\">", "\u00A0", "<svg>", "<script>", "<!--", "</section>",
            "<em>x</em>", "<p>x</p>", "<strong><em>x</em></strong>", "<a href=\"/x\">x</a>", "<div>x</div>", "<ul>\n<li>x</li></ul>", "<pre>x</pre>", "<section></section>", "<table><tbody><tr><td>x</td></tr></tbody></table>",
            "<li>x</li>", "<tr><td>x</td></tr>", "<td>x</td>", "<span class=\"prompt\">x</span>", "<code>x</code>", "<h3>x</h3>"];
        for (var round = 0; round < 8_000; round++)
        {
            var html = seeds[random.Next(seeds.Length)];
            for (var change = random.Next(3); change >= 0; change--)
            {
                var at = random.Next(html.Length + 1);
                var piece = pieces[random.Next(pieces.Length)];
                html = random.Next(6) == 0 ? html.Remove(at, Math.Min(random.Next(12), html.Length - at)) : html.Insert(at, piece);
            }
            if (HtmlProof.TryNormalize(html) is not { } normal) continue;
            proved++;
            Assert.Equal(HtmlSanitizer.Rebuild(html), normal);
            Assert.Equal(normal, HtmlSanitizer.Rebuild(normal));
        }
        Assert.True(proved > 200, $"Only {proved} changed texts were proved: the test says little.");
    }

    [Fact]
    public void What_the_quick_proof_does_not_know_takes_the_thorough_way()
    {
        const string Html = "<p>a &#60;b&#62; &copy;</p>";
        Assert.Null(HtmlProof.TryNormalize(Html));
        Assert.Equal("<p>a &lt;b&gt; ©</p>", HtmlSanitizer.Sanitize(Html));
    }
}
