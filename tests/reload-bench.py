#!/usr/bin/env python3
"""Measures how long a change of the content folder takes to be seen by a visitor (Python standard library only).

    python3 tests/reload-bench.py --app src/KnowledgeBase.Web/bin/Release/net10.0/KnowledgeBase.Web.dll [--pages 1000] [--port 5499]

Makes a content folder of that many articles, starts the site on it, then changes one article twenty times and all
articles once, and waits each time until the pages tell. Prints milliseconds.
"""
import argparse, http.client, os, pathlib, statistics, subprocess, sys, tempfile, time

PLACES = "settings update network clock licence account server client repair device".split()


def article(number, word):
    place = PLACES[number % len(PLACES)]
    parts = "\n\n".join(
        f"## Part {n} about {place} {{#part-{n}}}\n\nOpen the {place} page of computer {number} and read line {n}. " + "Then compare it with the note. " * 12
        for n in range(1, 5))
    return f"---\ntitle: Article {number} on {place}\nsummary: What to do with the {place} of computer {number}.\n---\n\nThe word is {word}.\n\n{parts}\n"


def write(folder, number, word):
    path = folder / "articles" / f"shelf-{number % 50}" / f"article-{number}.en.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(article(number, word), encoding="utf-8")


def seen(port, number, word):
    """Milliseconds until the page of this article holds the word."""
    start = time.perf_counter()
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", f"/en/articles/article-{number}")
        if f"The word is {word}." in connection.getresponse().read().decode():
            return (time.perf_counter() - start) * 1000
        if time.perf_counter() - start > 120:
            sys.exit(f"The page of article {number} never showed {word}.")
        time.sleep(0.005)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--app", required=True)
    options.add_argument("--pages", type=int, default=1000)
    options.add_argument("--port", type=int, default=5499)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as home:
        folder = pathlib.Path(home) / "content"
        for number in range(chosen.pages):
            write(folder, number, "first")
        address = f"http://127.0.0.1:{chosen.port}"
        environment = {**os.environ, "KnowledgeBase__ContentPath": str(folder), "ASPNETCORE_URLS": address}
        start = time.perf_counter()
        site = subprocess.Popen(["dotnet", chosen.app], env=environment, stdout=subprocess.PIPE, text=True)
        try:
            while "Knowledge base ready" not in (line := site.stdout.readline()):
                if not line:
                    sys.exit("The site did not start.")
            print(f"{chosen.pages} articles, ready after {(time.perf_counter() - start) * 1000:.0f} ms")
            seen(chosen.port, 0, "first")
            times = []
            for turn in range(20):
                number = turn * 37 % chosen.pages
                write(folder, number, f"turn{turn}")
                times.append(seen(chosen.port, number, f"turn{turn}"))
                time.sleep(0.3)
            print(f"one changed article seen after {statistics.median(times):.0f} ms (median of 20), {max(times):.0f} ms (worst)")
            start = time.perf_counter()
            for number in range(chosen.pages):
                write(folder, number, "all")
            written = (time.perf_counter() - start) * 1000
            for number in {0, chosen.pages // 2, chosen.pages - 1}:
                seen(chosen.port, number, "all")
            print(f"all {chosen.pages} changed: written in {written:.0f} ms, seen {(time.perf_counter() - start) * 1000 - written:.0f} ms after the last")
        finally:
            site.terminate()
            site.wait()


main()
