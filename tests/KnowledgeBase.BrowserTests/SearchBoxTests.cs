using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KnowledgeBase.BrowserTests;

/// <summary>The search box: a plain form that suggestions make quicker.</summary>
[Collection(SharedSite.Name)]
public sealed class SearchBoxTests(RunningSite site)
{
    [BrowserFact(DisplayName = "Feature 122: suggestions appear while typing and are usable by keyboard")]
    public async Task SuggestionsWorkByKeyboard()
    {
        await using var visitor = await site.Visit("en");
        await visitor.Page.GotoAsync("/en");
        var box = visitor.Page.GetByRole(AriaRole.Combobox);
        await box.PressSequentiallyAsync("0xC004F21");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        Assert.Equal("true", await box.GetAttributeAsync("aria-expanded"));

        await box.PressAsync("ArrowDown");
        var active = await box.GetAttributeAsync("aria-activedescendant");
        Assert.Equal("true", await visitor.Page.Locator("#" + active).GetAttributeAsync("aria-selected"));
        await box.PressAsync("Escape");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        Assert.Equal("0xC004F21", await box.InputValueAsync());

        await box.PressAsync("3");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");
        await visitor.Page.WaitForURLAsync("**/en/codes/0xC004F213");
        Assert.Empty(visitor.Complaints);
    }

    [BrowserTheory(DisplayName = "Feature 122: the list is a combobox: arrows go round through the box, Home and Tab leave it, and its size is announced in the page's language")]
    [InlineData("ja", "候補が")]
    [InlineData("en", "suggestions")]
    public async Task ListIsACombobox(string lang, string said)
    {
        await using var visitor = await site.Visit(lang, 390);
        await visitor.Page.GotoAsync($"/{lang}/codes");
        var box = visitor.Page.GetByRole(AriaRole.Combobox);
        await box.PressSequentiallyAsync("KMS");
        var options = visitor.Page.GetByRole(AriaRole.Option);
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".search [role=status]")).ToContainTextAsync(said);
        await box.PressAsync("ArrowUp");
        Assert.Equal("true", await options.Last.GetAttributeAsync("aria-selected"));
        await box.PressAsync("ArrowDown");
        Assert.Null(await box.GetAttributeAsync("aria-activedescendant"));
        await box.PressAsync("ArrowDown");
        Assert.Equal(await options.First.GetAttributeAsync("id"), await box.GetAttributeAsync("aria-activedescendant"));
        await box.PressAsync("Home");
        Assert.Null(await box.GetAttributeAsync("aria-activedescendant"));
        Assert.Equal("KMS", await box.InputValueAsync());
        await box.PressAsync("Tab");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        Assert.Equal("false", await box.GetAttributeAsync("aria-expanded"));
        await box.PressAsync("ArrowDown");
        await options.First.ClickAsync();
        await visitor.Page.WaitForURLAsync(u => !u.EndsWith("/codes", StringComparison.Ordinal));
    }

    [BrowserFact(DisplayName = "Feature 5: the list says how a code with look-alike letters was read")]
    public async Task ListSaysHowACodeWasRead()
    {
        await using var visitor = await site.Visit("en", 390, scheme: ColorScheme.Dark);
        await visitor.Page.GotoAsync("/en");
        await visitor.Page.Locator("#q-home").FillAsync("OxC004F213");
        await Assertions.Expect(visitor.Page.Locator(".suggest-read")).ToContainTextAsync("0xC004F213");
        Assert.Empty((await visitor.Page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
    }

    [BrowserFact(DisplayName = "Feature 122: the box stays a combobox after the guided check moved on in place")]
    public async Task BoxOutlivesAMoveInPlace()
    {
        await using var visitor = await site.Visit("en");
        await visitor.Page.GotoAsync("/en/guides/windows-activation");
        await visitor.Page.Locator("[data-island][data-live]").WaitForAsync();
        await visitor.Page.Locator("a.answer").Nth(1).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/guides/windows-activation/*?*");
        // The heading takes the focus when the move is over; nobody types before.
        await Assertions.Expect(visitor.Page.Locator("h1")).ToBeFocusedAsync();
        await visitor.Page.Locator("#q").PressSequentiallyAsync("KMS");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        Assert.Equal("true", await visitor.Page.GetByRole(AriaRole.Combobox).GetAttributeAsync("aria-expanded"));
    }

    [BrowserFact(DisplayName = "Feature 23: Enter that ends an IME conversion never submits the search; the next Enter does")]
    public async Task EnterOfAConversionStays()
    {
        await using var visitor = await site.Visit("ja");
        await visitor.Page.GotoAsync("/ja");
        await visitor.Page.Locator("#q-home[role=combobox]").FocusAsync();
        // What a browser sends while a Japanese word is converted: the Enter belongs to the conversion.
        var prevented = await visitor.Page.EvaluateAsync<bool>("""
            () => {
              const box = document.querySelector("#q-home");
              box.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true, data: "" }));
              box.value = "認証";
              box.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true, data: "認証" }));
              const enter = new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, isComposing: true, bubbles: true, cancelable: true });
              box.dispatchEvent(enter);
              box.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "認証" }));
              const late = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true });
              box.dispatchEvent(late);
              return enter.defaultPrevented && late.defaultPrevented;
            }
            """);
        Assert.True(prevented, "an Enter of the conversion got through");
        await visitor.Page.WaitForTimeoutAsync(200);
        Assert.Equal("/ja", visitor.Path);
        await visitor.Page.Locator("#q-home").PressAsync("Enter");
        await visitor.Page.WaitForURLAsync("**/ja/search?q=*");
    }

    [BrowserTheory(DisplayName = "Features 27, 41: a search is a form that works without script, and its address brings the results back")]
    [InlineData("ja", "認証")]
    [InlineData("en", "activation")]
    public async Task SearchIsAForm(string lang, string query)
    {
        await using var visitor = await site.Visit(lang, 390, script: false);
        await visitor.Page.GotoAsync("/" + lang);
        await visitor.Page.Locator("#q-home").FillAsync(query);
        await visitor.Page.Locator("form.search button").First.ClickAsync();
        Assert.StartsWith($"/{lang}/search?q=", visitor.Path);
        var found = await visitor.Page.Locator(".hit-title").AllTextContentsAsync();
        Assert.NotEmpty(found);
        await visitor.Page.Locator(".hit-title a").First.ClickAsync();
        await visitor.Page.GoBackAsync();
        Assert.Equal(found, await visitor.Page.Locator(".hit-title").AllTextContentsAsync());
    }

    [BrowserFact(DisplayName = "Feature 68: the slash key goes to the search box")]
    public async Task SlashFocusesTheBox()
    {
        await using var visitor = await site.Visit("en");
        await visitor.Page.GotoAsync("/en/codes");
        await visitor.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(visitor.Page.Locator("#q")).ToBeFocusedAsync();
        Assert.Equal("", await visitor.Page.Locator("#q").InputValueAsync());
    }
}
