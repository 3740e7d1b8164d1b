using System.Globalization;
using KnowledgeBase.Faults;
using KnowledgeBase.Site;
using KnowledgeBase.Site.Editing;
using KnowledgeBase.Site.Storage;

// What a script needs of the site, one word each; answers go to standard output line by line.
const string Pair = "articles/hardware/hardware-change-impact";
string[] alone = ["articles/errors/fix-0xc004f211/index.en.md", "articles/errors/fix-0xc004f211/index.ja.md"];
if (args is ["images"]) return await Images();
if (args is not [var verb, var content, var data, .. var rest]) return 2;
string? Option(string name) => rest.FirstOrDefault(r => r.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
using var desk = new Desk(content, data, Option("--remote="), Option("--database="));
int Number(int at, int otherwise) => rest.Length > at && int.TryParse(rest[at], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : otherwise;
return verb switch
{
    "once" => await Once(Number(0, 1)),
    "recover" => await Recover(),
    "loop" => await Loop(Number(0, 1)),
    "race" => await Race(Number(0, 50), Number(1, 100)),
    "many" => await Many(Number(0, 100), Number(1, 1)),
    "replica" => await Replica(rest[0]),
    "watch" => await Watch(Number(0, 5)),
    _ => 2,
};

void Say(string line)
{
    Console.Out.WriteLine(line);
    Console.Out.Flush();
}

string Told(SaveResult result) => result switch
{
    SaveResult.Saved saved => $"Saved {saved.Progress} {saved.Problem}",
    SaveResult.Refused refused => $"Refused {refused.Reason} {refused.Message}",
    SaveResult.Invalid invalid => $"Invalid {string.Join("; ", invalid.Problems.Select(p => p.Message))}",
    _ => "Conflict",
};

// One save of two files.
async Task<int> Once(int number)
{
    var result = await desk.Save(number, "once", Pair + ".en.md", Pair + ".ja.md");
    Say(Told(result));
    return result is SaveResult.Saved ? 0 : 1;
}

// What the site does at its start.
async Task<int> Recover()
{
    await desk.Get<EditingUpkeep>().Recover();
    Say($"Recovered {desk.Get<EditingUpkeep>().Problem}");
    return 0;
}

// Starts on one folder after another, as lines name them: content and data.
async Task<int> Images()
{
    while (Console.ReadLine()?.Split('\t') is [var content, var data])
    {
        try
        {
            using var image = new Desk(content, data, null, null);
            await image.Get<EditingUpkeep>().Recover();
            Say($"Recovered {image.Get<EditingUpkeep>().Problem}".TrimEnd());
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Say("Not started: " + e.Message.ReplaceLineEndings(" "));
        }
    }
    return 0;
}

// Recovers, waits for a word, then saves with four clients until it is killed: one client saves two files at once.
async Task<int> Loop(int first)
{
    await Recover();
    if (Console.ReadLine() is null) return 0;
    await Task.WhenAll(Enumerable.Range(0, 1 + alone.Length).Select(client => Task.Run(async () =>
    {
        string[] paths = client == 0 ? [Pair + ".en.md", Pair + ".ja.md"] : [alone[client - 1]];
        for (var number = first; ; number++)
        {
            var result = await desk.Save(number, $"client{client}", paths);
            Say(result is SaveResult.Saved { Commit: var commit } ? $"ACK {client} {number} {commit ?? "- " + desk.Get<EditingUpkeep>().Problem}" : $"NOT {client} {number} {Told(result)}");
        }
    })));
    return 0;
}

// Many clients save the same base at once, again and again.
async Task<int> Race(int clients, int rounds)
{
    var (won, lost, wrong) = (0, 0, 0);
    var workspace = desk.Get<ContentWorkspace>();
    for (var round = 0; round < rounds; round++)
    {
        var file = workspace.Open(alone[0])!;
        var results = await Task.WhenAll(Enumerable.Range(0, clients).Select(c => Task.Run(() => desk.Get<SaveFiles>().Save(
            new([new(file.Path, file.Revision, Desk.Numbered(file.Text, round * 1000 + c))], new($"client{c}", "race@faults.example"), "Race", ChangeClass.Minor)))));
        var winners = results.OfType<SaveResult.Saved>().ToList();
        (won, lost) = (won + winners.Count, lost + results.OfType<SaveResult.Conflict>().Count());
        if (winners.Count != 1 || workspace.Open(file.Path)!.Revision != winners[0].Files[0].Revision) wrong++;
    }
    Say($"rounds {rounds} clients {clients} saved {won} conflicts {lost} others {rounds * clients - won - lost} wrong {wrong}");
    return wrong;
}

// A number of saves, each by its own way from what is there; with a remote each is exchanged.
async Task<int> Many(int saves, int client)
{
    var (done, conflicts, longest, times) = (0, 0, 0.0, new List<double>());
    while (done < saves)
    {
        var start = TimeProvider.System.GetTimestamp();
        var result = await desk.Save(done, $"client{client}", client == 1 ? alone[0] : alone[1]);
        times.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
        if (result is SaveResult.Saved) done++;
        else if (result is SaveResult.Conflict) conflicts++;
        else Say(Told(result));
        if (!await desk.Get<GitExchange>().Run()) Say($"exchange: {desk.Get<GitExchange>().Problem}");
    }
    times.Sort();
    longest = times[^1];
    Say(string.Create(CultureInfo.InvariantCulture, $"saved {done} conflicts {conflicts} p50 {times[times.Count / 2]:0} ms p99 {times[(int)(times.Count * 0.99)]:0} ms longest {longest:0} ms"));
    return 0;
}

// One more replica, which saves the file at every word on its input and says when it is saved.
async Task<int> Replica(string path)
{
    await desk.Start<CommitNotices>();
    await desk.Start<EditingUpkeep>();
    Say("Ready");
    for (var number = 1; Console.ReadLine() is not null; number++) Say($"{number} {Told(await desk.Save(number, "replica", path))}");
    return 0;
}

// Looks at the folder as fast as it can and says what readers see of one article.
async Task<int> Watch(int seconds)
{
    var (looks, seen, start) = (0, new HashSet<string>(), TimeProvider.System.GetTimestamp());
    while (TimeProvider.System.GetElapsedTime(start).TotalSeconds < seconds)
    {
        desk.Get<SiteRebuilder>().Refresh();
        looks++;
        var article = desk.Get<CurrentSite>().Snapshot.Content.Articles.FirstOrDefault(a => a.Path == alone[0]);
        seen.Add(article is null ? "nothing" : $"{article.Sections.Count} sections, {article.Sections.Sum(s => s.Text.Length)} characters");
        await Task.Delay(5);
    }
    Say($"looks {looks} seen {string.Join(" | ", seen)}");
    return 0;
}
