#!/usr/bin/env python3
"""What tests/faults/restore.sh calls (Python standard library, git, PostgreSQL where asked for)."""
import argparse, hashlib, http.client, http.cookiejar, itertools, json, os, pathlib, re, shutil, signal, subprocess, sys, tempfile, threading, time, urllib.parse, urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/load"))
from replicas import Database, git  # noqa: E402
from site_tools import Site  # noqa: E402

KB = pathlib.Path(os.environ.get("KB") or ROOT / "src/KnowledgeBase.Cli/bin/Release/net10.0/kb.dll")
PASSWORD = "ten green lamps stand"
# Islands carry a protected text that is another one each time.
CHANGING = re.compile(rb"<!--Blazor.*?-->", re.DOTALL)


def kb(environment, *words, input=""):
    done = subprocess.run(["dotnet", str(KB), *map(str, words)], input=input, capture_output=True, text=True, env={**os.environ, **environment})
    if done.returncode:
        sys.exit(f"kb {' '.join(map(str, words))}: {done.returncode} {done.stderr}")
    return done.stdout


def hashes(site):
    """Address → hash of every page of the sitemap."""
    found = {}
    for address in re.findall(r"<loc>(.*?)</loc>", site.get("/sitemap.xml")[1].decode()):
        path = urllib.parse.urlsplit(address).path
        answer, body = site.get(path)
        found[path] = f"{answer.status} {hashlib.sha256(CHANGING.sub(b'', body)).hexdigest()}"
    return found


class Voters(threading.Thread):
    """One visitor after another, until it is told to stop; counts the votes that were acknowledged."""

    def __init__(self, port, ballots):
        super().__init__(daemon=True)
        self.port, self.ballots, self.kept, self.stop = port, ballots, 0, threading.Event()

    def run(self):
        for number in itertools.count(1):
            if self.stop.is_set():
                return
            page, revision = self.ballots[number % len(self.ballots)]
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
                connection.request("POST", "/en/votes", urllib.parse.urlencode({"page": page, "revision": revision, "helpful": "yes"}),
                                   {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{self.port}", "X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"})
                answer = connection.getresponse()
                self.kept += answer.status == 303 and (answer.getheader("Location") or "").endswith("#vote-counted")
                connection.close()
            except OSError:
                pass
            time.sleep(0.005)


def browser(port):
    jar = http.cookiejar.CookieJar(policy=http.cookiejar.DefaultCookiePolicy(rfc2965=True))
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    opener.addheaders = [("Origin", f"http://127.0.0.1:{port}")]
    return opener


def signed_in(opener, port):
    with opener.open(f"http://127.0.0.1:{port}/account") as answer:
        return answer.url.endswith("/account")


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    options = argparse.ArgumentParser()
    options.add_argument("--app", required=True)
    options.add_argument("--postgres", action="store_true")
    options.add_argument("--port", type=int, default=5624)
    chosen = options.parse_args()
    busy = os.getloadavg()[0]
    home = pathlib.Path(tempfile.mkdtemp(prefix="kbb"))
    home.chmod(0o755)
    database, site, wrong = None, None, []
    try:
        content, data, backup = home / "content", home / "data", home / "site.zip"
        shutil.copytree(ROOT / "content", content)
        git(content, "init", "-q", "-b", "main")
        git(content, "add", "-A")
        git(content, "commit", "-q", "-m", "Begin")
        data.mkdir()

        def environment():
            return {"KnowledgeBase__Storage__Provider": "Postgres", "KnowledgeBase__Storage__ConnectionString": database.address} if database else {}

        def start():
            return Site(chosen.app, content, data, chosen.port, **environment())

        if chosen.postgres:
            database = Database(home / "pg")
        kb(environment(), "account", "add", "tanaka", "--role", "admin", "--data", data, input=PASSWORD)
        site = start()
        first = hashes(site)
        opener = browser(chosen.port)
        form = opener.open(f"http://127.0.0.1:{chosen.port}/account/sign-in").read().decode()
        fields = {"name": "tanaka", "password": PASSWORD, "_handler": "sign-in", "__RequestVerificationToken": re.search(r'name="__RequestVerificationToken" value="([^"]+)"', form)[1]}
        opener.open(f"http://127.0.0.1:{chosen.port}/account/sign-in", urllib.parse.urlencode(fields).encode())
        if not signed_in(opener, chosen.port):
            sys.exit("Nobody could sign in before the backup.")
        ballots = []
        for page in sorted((content / "codes").glob("0x*.yaml"))[:40]:
            if found := re.search(rb'name="revision" value="([^"]+)"', site.get(f"/en/codes/{page.stem}")[1]):
                ballots.append((f"code/{page.stem}", found[1].decode()))
        voters = Voters(chosen.port, ballots)
        voters.start()
        time.sleep(4)

        # The site goes on working while it is copied.
        before, began = voters.kept, time.monotonic()
        kb(environment(), "backup", "--content", content, "--data", data, "--out", backup)
        copying = time.monotonic() - began
        during = voters.kept - before
        voters.stop.set()
        voters.join()
        history = subprocess.run(["git", "log", "--format=%H %s"], cwd=content, capture_output=True, text=True, check=True).stdout
        site.process.kill()
        site.process.wait()
        if database:
            database.kill()
            shutil.rmtree(database.home)
        shutil.rmtree(content)
        shutil.rmtree(data)

        # Another machine: nothing is there but the program and the backup.
        if chosen.postgres:
            database = Database(home / "pg")
        began = time.monotonic()
        kb(environment(), "restore", backup, "--content", content, "--data", data)
        restoring = time.monotonic() - began
        site = start()
        ready = time.monotonic() - began
        second = hashes(site)
        differ = [p for p in first.keys() | second.keys() if first.get(p) != second.get(p)]
        if differ:
            wrong.append(f"{len(differ)} pages differ, such as {differ[0]}")
        if subprocess.run(["git", "log", "--format=%H %s"], cwd=content, capture_output=True, text=True).stdout != history:
            wrong.append("the history is another one")
        votes = sum(v["helpful"] for v in json.loads(kb(environment(), "votes", "--data", data, "--json")))
        if votes < before:
            wrong.append(f"{before - votes} votes are lost")
        if "tanaka" not in kb(environment(), "account", "list", "--data", data):
            wrong.append("the account is lost")
        if not signed_in(opener, chosen.port):
            wrong.append("who was signed in is not any more")
        print(f"# Backup and restore, {'PostgreSQL' if chosen.postgres else 'embedded stores'}, {time.strftime('%Y-%m-%d')}\n\n{os.cpu_count()} cores, load average before the run {busy:.1f}.\n\n| | |\n|---|---|")
        print(f"| backup of the running site | {copying:.1f} s, {backup.stat().st_size / 1e6:.1f} MB; {during} votes were acknowledged meanwhile |")
        print(f"| pages compared by hash | {len(first)}, {len(differ)} differ |\n| votes acknowledged before the backup, there after it | {before}, {votes} |")
        print(f"| RTO: restore, then ready | {restoring:.1f} s, {ready:.1f} s (goal 60 s {'met' if ready <= 60 else '**not met**'}) |\n| wrong | {'; '.join(wrong) or 'nothing'} |")
        return 1 if wrong or ready > 60 else 0
    finally:
        if site and site.process.poll() is None:
            site.process.kill()
            site.process.wait()
        if database and database.server.poll() is None:
            database.kill()
        shutil.rmtree(home, ignore_errors=True)


sys.exit(main())
