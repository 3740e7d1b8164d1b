using KnowledgeBase.Content;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests.Search;

/// <summary>A small content set made by hand, and the pieces to make others.</summary>
internal static class Sample
{
    public static readonly ErrorCode NoKey = new(0xC004F213);
    public static readonly ErrorCode OtherHardware = new(0xC004F211);
    public static readonly ErrorCode UsedUp = new(0xC004C008);

    public static ContentSet Content { get; } = new()
    {
        Codes =
        [
            Code(NoKey, "SL_E_NO_PRODUCT_KEY_FOUND", ("プロダクト キーが見つかりません", "No product key was found"),
                ("デバイスにプロダクト キーがないか、ハードウェアを交換しました。", "The device holds no product key, or its hardware was changed."),
                ("デバイスにプロダクト キーが見つかりませんでした", "Windows reported that no product key was found on your device")),
            Code(OtherHardware, "SL_E_HARDWARE_CHANGED", ("ハードウェアが大きく変わりました", "The hardware changed too much"),
                ("マザーボードの交換後に表示されます。", "Shown after the motherboard was replaced."), null),
            Code(UsedUp, "SL_E_CHPA_MAXIMUM_UNLOCK_EXCEEDED", ("キーの使用回数の上限を超えました", "The key was used too often"),
                ("同じキーが別の PC で使われています。", "The same key is in use on another PC."), null),
        ],
        Registry = new(
        [
            new(NoKey, "SL_E_NO_PRODUCT_KEY_FOUND", null), new(OtherHardware, "SL_E_HARDWARE_CHANGED", null),
            new(new(0xC004F074), "SL_E_VL_KEY_MANAGEMENT_SERVICE_NOT_ACTIVATED", null), new(new(0xC004F012), "SL_E_VALUE_NOT_FOUND", null),
        ]),
        Articles =
        [
            Article("reactivate", Locale.Ja, "ハードウェア変更後にライセンス認証をやり直す", "マザーボードを交換した PC の認証を回復します。",
                ("steps", "トラブルシューティング ツールを実行する", "設定を開きます。\nエラー コード 0xC004F211 が表示されたら次へ進みます。\nサーバーへの接続を確認します。"),
                ("closing-check", "認証の状態を確かめる", "slmgr /xpr を実行して認証を確認します。")) with
            {
                FrontMatter = new() { Codes = [OtherHardware], AppliesTo = new(["windows-11"], ["digital"], []) },
            },
            Article("reactivate", Locale.En, "Reactivate after a hardware change", "Restores activation on a PC with a new motherboard.",
                ("steps", "Run the troubleshooter", "Open Settings.\nWhen error code 0xC004F211 appears, continue.\nCheck the connection to the server."),
                ("closing-check", "Check the activation state", "Run slmgr /xpr and look at the activation state.")),
            Article("kms", Locale.Ja, "KMS クライアントが認証できない", "KMS ホストに接続できないときの手順です。",
                ("dns", "DNS を確認する", "KMS ホストの SRV レコードを確かめます。サーバの時刻も確認します。")),
            Article("offline-english", Locale.En, "Activate with no internet access", "Activation of an isolated computer.",
                ("portal", "Use the portal", "Type the installation ID into the self-service portal to activate Windows. KMS is another way.")),
            Article("textual", Locale.En, "ERR-1042 when the agent starts", "What the agent's message means.", ("cause", "Cause", "The agent cannot reach its host.")),
        ],
        Glossary =
        [
            Term("activation", "ライセンス認証", "activation", "らいせんすにんしょう", ["アクティベーション", "認証"], ["product activation"]),
            Term("motherboard", "マザーボード", "motherboard", "まざーぼーど", ["マザボ", "メインボード"], ["mainboard"]),
            Term("licence", "ライセンス", "licence", "らいせんす", [], ["license"]),
        ],
    };

    public static SearchIndex Index { get; } = SearchIndexBuilder.Build(Content);

    public static SearchResults Find(string query, Locale? locale = null) => Index.Search(new(query, locale ?? Locale.Ja) { Limit = 50 });

    public static Article Article(string id, Locale locale, string title, string summary, params (string Id, string Heading, string Text)[] sections) => new()
    {
        Id = new(id),
        Slug = id,
        Category = "activation",
        Locale = locale,
        Title = title,
        Summary = summary,
        FrontMatter = new(),
        Path = $"articles/activation/{id}.{locale.Tag}.md",
        Revision = "000000000000",
        Headings = [.. sections.Select(s => new ArticleHeading(s.Id, s.Heading))],
        Codes = [],
        Body = new(new ArticleBody(
            "", "",
            [
                .. sections.Select(s => new Section(s.Id, 2, s.Heading, "", s.Text,
                    [.. s.Text.Split('\n').Select((t, i) => new Step { Id = $"{s.Id}-step-{i + 1}", Number = i + 1, Text = t })])),
            ],
            new(), [])),
    };

    public static Term Term(string id, string ja, string en, string reading, string[] synonymsJa, string[] synonymsEn) => new()
    {
        Id = id,
        Name = new(ja, en),
        Reading = reading,
        SynonymsJa = synonymsJa,
        SynonymsEn = synonymsEn,
        Meaning = new(ja + "の説明です。", "What it is."),
    };

    private static CodeEntry Code(ErrorCode code, string symbol, (string Ja, string En) title, (string Ja, string En) meaning, (string Ja, string En)? message) => new()
    {
        Code = code,
        Symbol = symbol,
        Title = new(title.Ja, title.En),
        Meaning = new(meaning.Ja, meaning.En),
        Messages = message is { } m ? [new(m.Ja, m.En)] : [],
        Path = $"codes/{code}.yaml",
    };
}
