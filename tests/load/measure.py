#!/usr/bin/env python3
"""What tests/load/run.sh calls: measures and prints a Markdown report (Python standard library, wrk and nginx)."""
import argparse, json, os, pathlib, platform, random, re, signal, statistics, subprocess, sys, tempfile, time, urllib.parse

from site_tools import Nginx, Site, article, fill

SHIPPED = pathlib.Path(__file__).resolve().parents[2] / "content"
PAGE = "/ja/articles/hardware-change-impact"


def wrk(address, *words, seconds=10, connections=32):
    """(requests a second, p50 and p99 in ms, errors) of one run."""
    text = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", *words, address], capture_output=True, text=True, check=True).stdout
    unit = {"us": 0.001, "ms": 1.0, "s": 1000.0}

    def share(percent):
        number, name = re.search(rf"{percent}%\s+([\d.]+)(us|ms|s)", text).groups()
        return float(number) * unit[name]

    errors = sum(int(n) for n in re.findall(r"Non-2xx or 3xx responses: (\d+)", text)) + sum(
        int(n) for line in re.findall(r"Socket errors: .*", text) for n in re.findall(r"\d+", line))
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]), share(50), share(99), errors


def pages(app, home, port, rounds, seconds):
    site = Site(app, SHIPPED, home / "data", port)
    try:
        path = first_article(site)
        site.settle()
        for _ in range(40):
            site.get(path, Accept_Encoding="br")
        # The background compresses what is read often; nginx gets the same bytes.
        time.sleep(12)
        answer, brotli = site.get(path, Accept_Encoding="br")
        _, plain = site.get(path)
        skip = {"date", "content-length", "content-type", "content-encoding", "connection", "etag", "server", "last-modified"}
        nginx = Nginx(home / "nginx", port + 1, plain, brotli, [(n, v.replace('"', '\\"')) for n, v in answer.getheaders() if n.lower() not in skip])
        try:
            accept = ("-H", "Accept-Encoding: br")
            own_address, nginx_address = f"http://127.0.0.1:{port}{path}", f"http://127.0.0.1:{port + 1}/page"
            wrk(own_address, *accept, seconds=5), wrk(nginx_address, *accept, seconds=2)
            own, peer, effort = [], [], {site: [], nginx: []}
            for _ in range(rounds):
                for server, address, runs in ((nginx, nginx_address, peer), (site, own_address, own)):
                    before = server.work()
                    runs.append(wrk(address, *accept, seconds=seconds))
                    effort[server].append((server.work() - before) * 1e6 / (runs[-1][0] * seconds))
            rate, other = statistics.median(r[0] for r in own), statistics.median(r[0] for r in peer)
            print(f"\n## One article page, {len(plain):,} bytes, {len(brotli):,} with Brotli\n")
            print(f"`wrk -t1 -c32 -d{seconds}s`, {rounds} rounds in turn, on the same cores as the servers; nginx sends the same bytes and headers from a precompressed file.\n")
            print("| server | requests/s (median) | each round | p50 ms | p99 ms (worst round) | processor time a request | errors |\n|---|---|---|---|---|---|---|")
            for name, server, runs in (("this site", site, own), ("nginx", nginx, peer)):
                print(f"| {name} | {statistics.median(r[0] for r in runs):,.0f} | {', '.join(f'{r[0]:,.0f}' for r in runs)} | {statistics.median(r[1] for r in runs):.2f} "
                      f"| {max(r[2] for r in runs):.2f} | {statistics.median(effort[server]):.1f} µs | {sum(r[3] for r in runs)} |")
            print(f"\nGoals: 20,000 requests/s {met(rate >= 20000)}; p99 10 ms {met(max(r[2] for r in own) <= 10)}; 0.8 of nginx {met(rate / other >= 0.8)} ({rate / other:.2f}).")
            tag = answer.getheader("ETag")
            not_modified = wrk(own_address, *accept, "-H", f"If-None-Match: {tag}", seconds=5)
            print(f"\nThe same page asked for with its validator (304): {not_modified[0]:,.0f} requests/s, p99 {not_modified[2]:.2f} ms.")
        finally:
            nginx.stop()
    finally:
        site.stop()


def golden_queries(article):
    """The list under findable-by, in either of YAML's forms."""
    inline = re.findall(r"^findable-by: \[(.*)\]", article, re.MULTILINE)
    block = re.findall(r"^findable-by:\n((?:  - .*\n)+)", article, re.MULTILINE)
    found = [q for line in inline for q in re.split(r",\s*", line)] + [line[4:] for lines in block for line in lines.splitlines()]
    return [q.strip().strip("\"'") for q in found if q.strip()]


def search(app, home, port, rounds, seconds):
    queries = sorted({q for path in (SHIPPED / "articles").rglob("*.md") for q in golden_queries(path.read_text(encoding="utf-8"))})
    if len(queries) < 100:
        raise SystemExit(f"only {len(queries)} golden queries were found under {SHIPPED}")
    random.Random(1).shuffle(queries)
    again = [f"/api/search?lang={'ja' if any(ord(c) > 0x2E80 for c in q) else 'en'}&q={urllib.parse.quote(q)}" for q in queries]
    # Far more than the site keeps answers of, in turn: by the time that one comes again its answer is forgotten.
    new = [path + facet for facet in ("", "&os=windows-11", "&os=windows-10", "&licence=retail", "&licence=oem", "&kind=article") for path in again]
    site = Site(app, SHIPPED, home / "data", port)
    try:
        site.settle()
        print("\n## Search API on the shipped content\n\nWhat authors say must be found, ten hits each with snippets as JSON, `wrk -t1 -c32`.\n")
        print("| requests | queries/s (median) | each round | p50 ms | p99 ms (worst round) | from memory | errors |\n|---|---|---|---|---|---|---|")
        rates = [asked(site, home, f"http://127.0.0.1:{port}", name, paths, rounds, seconds) for name, paths in ((f"{len(new):,} different ones, in turn", new), (f"{len(again):,} different ones, over and over", again))]
        print(f"\nGoal: 5,000 queries/s {met(rates[0] >= 5000)} where nothing repeats, {met(rates[1] >= 5000)} where it does.")
    finally:
        site.stop()


def asked(site, home, address, name, paths, rounds, seconds):
    """A line of the table: these requests in turn, from several connections; the rate."""
    script = home / "queries.lua"
    script.write_text("local paths = {" + ",".join(f'"{p}"' for p in paths) + "}\nlocal i = 0\nrequest = function()\n  i = i % #paths + 1\n  return wrk.format('GET', paths[i])\nend\n")
    wrk(address, "-s", str(script), seconds=8)
    runs = [wrk(address, "-s", str(script), seconds=seconds) for _ in range(rounds)]
    # An answer from memory says a microsecond or two.
    kept = sum(json.loads(site.get(p)[1])["microseconds"] <= 5 for p in paths)
    rate = statistics.median(r[0] for r in runs)
    print(f"| {name} | {rate:,.0f} | {', '.join(f'{r[0]:,.0f}' for r in runs)} | {statistics.median(r[1] for r in runs):.2f} | {max(r[2] for r in runs):.2f} | {kept / len(paths):.0%} | {sum(r[3] for r in runs)} |")
    return rate


def starts(app, home, port, most):
    print("\n## Start and memory\n\nMade-up articles of about 3 kB, each in Japanese and English (so twice as many pages). Ready: from the start of the process to its ready line, ")
    print("first with an empty data folder, then the median of 5 starts with the saved search index. Memory: resident, after the start and after reading 1,000 pages and 200 searches.\n")
    print("| articles | content MB | ready, first start | ready, later | goal | memory after start | after reading | search p50 | an edit is seen after |\n|---|---|---|---|---|---|---|---|---|")
    for count in [n for n in (100, 1000, 10000, 100000) if n <= most]:
        folder, data = home / f"content-{count}", home / f"data-{count}"
        pools = fill(folder, count, SHIPPED)
        size = sum(f.stat().st_size for f in folder.rglob("*.md")) / 1e6
        site = Site(app, folder, data, port)
        first = site.ready
        site.stop()
        later = []
        for _ in range(5 if count <= 10000 else 1):
            site = Site(app, folder, data, port)
            later.append(site.ready)
            if len(later) < (5 if count <= 10000 else 1):
                site.stop()
        begin, shuffle = site.memory(), random.Random(2)
        for _ in range(1000):
            site.get(f"/{shuffle.choice(('ja', 'en'))}/articles/article-{shuffle.randrange(count)}")
        times = []
        for _ in range(200):
            language = shuffle.choice(("ja", "en"))
            words = shuffle.choice(pools[language])[:12]
            started = time.perf_counter()
            site.get(f"/api/search?lang={language}&q={urllib.parse.quote(words)}")
            times.append((time.perf_counter() - started) * 1000)
        read = site.memory()
        number = count // 2
        path = folder / "articles" / f"shelf-{number // 200}" / f"article-{number}.en.md"
        started = time.perf_counter()
        path.write_text(article(number, "en", pools["en"], random.Random(number), "changed"), encoding="utf-8")
        while b"The word is changed" not in site.get(f"/en/articles/article-{number}")[1]:
            if time.perf_counter() - started > 300:
                sys.exit(f"The edit of article {number} was never seen.")
            time.sleep(0.01)
        seen = time.perf_counter() - started
        site.stop()
        goal = {1000: 1500, 10000: 3000}.get(count)
        print(f"| {count:,} | {size:,.1f} | {first:,.0f} ms | {statistics.median(later):,.0f} ms | {'' if goal is None else f'{goal:,} ms ' + met(statistics.median(later) <= goal)} "
              f"| {begin:,.0f} MB | {read:,.0f} MB | {statistics.median(times):.1f} ms | {seen * 1000:,.0f} ms |", flush=True)


def first_article(site):
    return PAGE if site.get(PAGE)[0].status == 200 else sorted(
        "/ja/articles/" + p.name[:-6] for p in (SHIPPED / "articles").rglob("*.ja.md"))[0]


def met(is_met):
    return "(met)" if is_met else "(**not met**)"


def main():
    # So that what was started is ended, however this ends.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    options = argparse.ArgumentParser()
    options.add_argument("--app", required=True)
    options.add_argument("--most", type=int, default=100000)
    options.add_argument("--only", choices=["pages", "search", "starts"])
    options.add_argument("--port", type=int, default=5620)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--seconds", type=int, default=10)
    chosen = options.parse_args()
    busy = os.getloadavg()[0]
    model = re.search(r"model name\s*:\s*(.*)", pathlib.Path("/proc/cpuinfo").read_text())
    print(f"# Load, {time.strftime('%Y-%m-%d')}\n\n{os.cpu_count()} cores ({model[1] if model else platform.machine()}), Linux {platform.release()}, load average before the run {busy:.1f}"
          + (" — **the machine was busy with other work: read the figures as lower bounds**." if busy > 0.7 else "."), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        if chosen.only in (None, "pages"):
            pages(chosen.app, home, chosen.port, chosen.rounds, chosen.seconds)
        if chosen.only in (None, "search"):
            search(chosen.app, home, chosen.port, chosen.rounds, chosen.seconds)
        if chosen.only in (None, "starts"):
            starts(chosen.app, home, chosen.port, chosen.most)


main()
