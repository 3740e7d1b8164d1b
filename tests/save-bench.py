#!/usr/bin/env python3
"""Measures what a save in the browser costs an editor, by HTTP, on the published site over a git repository (Python standard library, git).

    python3 tests/save-bench.py --app out/KnowledgeBase.Web.dll --kb src/KnowledgeBase.Cli/bin/Release/net10.0/kb.dll [--pages 1000] [--saves 20] [--pause 3] [--port 5498]

Without `--pages` on a copy of the shipped content, else on that many made articles. An editor signs in, opens an article, adds a line and
saves, each time another article. Prints milliseconds, median and worst: to open the editor (with its preview); to keep what was typed; from
the save until it is answered, checked and committed; and from the save until the page shows it. The processor time tells what a machine with
nothing else to do would need at most.
"""
import argparse, html, http.cookiejar, os, pathlib, re, shutil, statistics, subprocess, sys, tempfile, time, urllib.error, urllib.parse, urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[1]
PASSWORD = "ten green lamps stand"
PLACES = "settings update network clock licence account server client repair device".split()


def article(number):
    place = PLACES[number % len(PLACES)]
    parts = "\n\n".join(f"## Part {n} about {place} {{#part-{n}}}\n\nOpen the {place} page of computer {number} and read line {n}. " + "Then compare it with the note. " * 12 for n in range(1, 5))
    return f"---\ntitle: Article {number} on {place}\nsummary: What to do with the {place} of computer {number}.\n---\n\n{parts}\n"


def fill(content, pages):
    """Makes the content, and answers the files that are changed."""
    if pages is None:
        shutil.copytree(ROOT / "content", content)
        return sorted((content / "articles").rglob("*.en.md"))
    for number in range(pages):
        path = content / "articles" / f"shelf-{number % 50}" / f"article-{number}.en.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article(number), encoding="utf-8")
    return [content / "articles" / f"shelf-{n % 50}" / f"article-{n}.en.md" for n in range(pages)]


def git(folder, *words):
    subprocess.run(["git", "-c", "user.name=Hand", "-c", "user.email=hand@bench.example", *words], cwd=folder, check=True, capture_output=True)


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Editor:
    def __init__(self, port):
        self.root = f"http://127.0.0.1:{port}"
        jar = http.cookiejar.CookieJar(policy=http.cookiejar.DefaultCookiePolicy(rfc2965=True))
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar), NoRedirect())
        self.opener.addheaders = [("Origin", self.root)]

    def ask(self, path, fields=None):
        """Status, where it leads, and the body."""
        try:
            with self.opener.open(self.root + path, None if fields is None else urllib.parse.urlencode(fields).encode(), timeout=120) as answer:
                return answer.status, None, answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers.get("Location"), answer.read().decode()

    def sign_in(self, name):
        page = self.ask("/account/sign-in")[2]
        self.ask("/account/sign-in", [("name", name), ("password", PASSWORD), ("_handler", "sign-in"), ("__RequestVerificationToken", re.search(r'name="__RequestVerificationToken" value="([^"]+)"', page)[1])])

    def form(self, page):
        """Fields of the editor's form, in its order."""
        whole = self.ask(page)[2]
        form = re.search(r'<form id="edit-form".*?</form>', whole, re.DOTALL)
        if not form:
            sys.exit(f"There is no editor at {page}.")
        fields = []
        for tag in re.finditer(r'<input[^>]*>|<textarea(?P<head>[^>]*)>\n?(?P<text>.*?)</textarea>', form[0], re.DOTALL):
            head = tag["head"] if tag["text"] is not None else tag[0]
            name = re.search(r' name="([^"]*)"', head)
            if not name or " disabled" in head or ('type="radio"' in head and " checked" not in head) or name[1].startswith("field."):
                continue
            value = tag["text"] if tag["text"] is not None else (re.search(r' value="([^"]*)"', head) or ["", ""])[1]
            fields.append((name[1], html.unescape(value)))
        return fields


def timed(work):
    start = time.perf_counter()
    answer = work()
    return (time.perf_counter() - start) * 1000, answer


def worked(process):
    """Milliseconds of processor time that a process and the programs it started (git) have used; 0 where the system does not say."""
    try:
        numbers = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return sum(int(n) for n in numbers[11:15]) * 1000 / os.sysconf("SC_CLK_TCK")
    except OSError:
        return 0


def changed(fields, path, line):
    """The fields with a line added to the text of this path."""
    number = [value for name, value in fields if name == "path"].index(path)
    at = [i for i, (name, _) in enumerate(fields) if name == "text"][number]
    return [(name, value.rstrip("\n") + f"\n\n{line}\n" if i == at else value) for i, (name, value) in enumerate(fields)]


def run(chosen, home):
    content, data = home / "content", home / "data"
    files = fill(content, chosen.pages)
    data.mkdir()
    git(content, "init", "-q", "-b", "main")
    git(content, "add", "-A")
    git(content, "commit", "-q", "-m", "Begin")
    subprocess.run(["dotnet", chosen.kb, "account", "add", "aya", "--role", "editor", "--data", str(data)], input=PASSWORD, text=True, check=True, capture_output=True)
    environment = {**os.environ, "KnowledgeBase__ContentPath": str(content), "KnowledgeBase__DataPath": str(data), "ASPNETCORE_URLS": f"http://127.0.0.1:{chosen.port}"}
    site = subprocess.Popen(["dotnet", chosen.app], env=environment, stdout=subprocess.PIPE, text=True)
    try:
        while "Knowledge base ready" not in (line := site.stdout.readline()):
            if not line:
                sys.exit("The site did not start.")
        editor = Editor(chosen.port)
        editor.sign_in("aya")
        times = {"open the editor": [], "keep what was typed": [], "save until answered": [], "save until the page shows it": [], "processor time until answered": []}
        for turn in range(chosen.saves + 1):
            file = files[turn * 37 % len(files)]
            name = file.name[:-6] if file.name != "index.en.md" else file.parent.name
            page, word = f"/edit/articles/{name}", f"Measured line {turn}."
            opened, fields = timed(lambda: editor.form(page))
            fields = changed(fields, str(file.relative_to(content)), word)
            kept, answer = timed(lambda: editor.ask("/api/edit/texts", fields))
            if answer[0] != 200:
                sys.exit(f"{page}: not kept, {answer[0]}")
            # What was kept is the draft that the save ends.
            draft = re.search(r'"draft":"([^"]+)","version":(\d+)', answer[2])
            fields = [(n, draft[1] if n == "draft" else draft[2] if n == "version" else v) for n, v in fields] + [("do", "save")]
            start, before = time.perf_counter(), worked(site.pid)
            answered, (status, to, body) = timed(lambda: editor.ask(page, fields))
            if status != 302 or "saved=Committed" not in (to or ""):
                sys.exit(f"{page}: not saved, {status} {to} {re.findall('(?s)class=.staff-problem.*?</section>', body)[:1]}")
            used = worked(site.pid) - before
            while word not in editor.ask(f"/en/articles/{name}")[2]:
                if time.perf_counter() - start > 60:
                    sys.exit(f"/en/articles/{name} never showed what was saved.")
                time.sleep(0.005)
            seen = (time.perf_counter() - start) * 1000
            # The first save warms the site up and is told apart.
            if turn == 0:
                print(f"{len(files)} English articles, load {os.getloadavg()[0]:.1f}; first save after the start: answered {answered:.0f} ms, seen {seen:.0f} ms")
                continue
            for key, value in zip(times, (opened, kept, answered, seen, used)):
                times[key].append(value)
            # Nobody saves again at once; the site makes its pages anew meanwhile.
            time.sleep(chosen.pause)
        for key, values in times.items():
            print(f"{key}: median {statistics.median(values):.0f} ms, worst {max(values):.0f} ms of {len(values)}")
    finally:
        site.terminate()
        site.wait()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--app", required=True)
    options.add_argument("--kb", required=True)
    options.add_argument("--pages", type=int)
    options.add_argument("--saves", type=int, default=20)
    options.add_argument("--pause", type=float, default=3.0, help="seconds between two saves")
    options.add_argument("--port", type=int, default=5498)
    with tempfile.TemporaryDirectory() as home:
        run(options.parse_args(), pathlib.Path(home))


main()
