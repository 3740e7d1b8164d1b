#!/usr/bin/env python3
"""What tests/faults/replicas.sh calls (Python standard library, haproxy, PostgreSQL)."""
import argparse, collections, glob, hashlib, hmac, http.client, itertools, os, pathlib, re, shutil, signal, subprocess, sys, tempfile, threading, time, urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "content"
TOOL = pathlib.Path(os.environ.get("FAULTS") or ROOT / "tests/KnowledgeBase.Faults/bin/Release/net10.0/faults.dll")
EDITS = 5
REPLICAS = 3


class Database:
    """A PostgreSQL server in a folder of its own, reached by its socket; it writes to the disk before it says so."""

    def __init__(self, home):
        self.home = pathlib.Path(home)
        self.home.mkdir()
        self.programs = pathlib.Path(sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1])
        if os.getuid() == 0:
            shutil.chown(self.home, "postgres")
        self.run("initdb", "-D", self.home / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        self.start()
        self.run("createdb", "-h", self.home, "-U", "postgres", "kb")
        self.address = f"Host={self.home};Username=postgres;Database=kb"

    def command(self, program, *words):
        other = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
        return [*other, str(self.programs / program), *map(str, words)]

    def run(self, program, *words):
        return subprocess.run(self.command(program, *words), check=True, capture_output=True, text=True, cwd="/").stdout

    def start(self):
        self.server = subprocess.Popen(self.command("postgres", "-D", self.home / "data", "-k", self.home, "-c", "listen_addresses="),
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
        while subprocess.run(self.command("pg_isready", "-q", "-h", self.home), cwd="/").returncode != 0:
            time.sleep(0.05)

    def kill(self):
        """Immediate shutdown: every connection is cut, nothing is written out."""
        self.server.send_signal(signal.SIGQUIT)
        self.server.wait()

    def rows(self, sql):
        return [line.split("|") for line in self.run("psql", "-h", self.home, "-U", "postgres", "-d", "kb", "-At", "-c", sql).splitlines()]


class Replica:
    def __init__(self, number, app, home, database, port):
        self.number, self.app, self.home, self.port = number, app, home, port
        self.environment = {**os.environ, "KnowledgeBase__ContentPath": str(home / "content"), "KnowledgeBase__DataPath": str(home / f"data{number}"),
                            "KnowledgeBase__Storage__Provider": "Postgres", "KnowledgeBase__Storage__ConnectionString": database.address, "KnowledgeBase__DrainSeconds": "3"}
        self.start()

    def start(self):
        self.process = subprocess.Popen([str(pathlib.Path(self.app).resolve() / "KnowledgeBase.Web"), "--urls", f"http://127.0.0.1:{self.port}"],
                                        env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        lines = []
        while "Knowledge base ready" not in (line := self.process.stdout.readline()):
            lines.append(line)
            if not line:
                sys.exit("A replica did not start:\n" + "".join(lines[-20:]))
        threading.Thread(target=lambda: [None for _ in self.process.stdout], daemon=True).start()

    def end(self, how):
        self.process.send_signal(how)
        self.process.wait()

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path)
        return connection.getresponse()


def balancer(home, port, replicas):
    """Reads go round; circuits stay with one replica for each address; a replica that is not ready gets nothing."""
    servers = "\n".join(f"  server r{r.number} 127.0.0.1:{r.port} check" for r in replicas)
    (home / "haproxy.cfg").write_text(f"""global
  maxconn 4000
defaults
  mode http
  timeout connect 2s
  timeout check 2s
  timeout client 60s
  timeout server 60s
  timeout tunnel 1h
  timeout http-request 10s
  option redispatch 1
  retries 3
  retry-on conn-failure empty-response response-timeout junk-response
  option httpchk GET /health/ready HTTP/1.1\\r\\nHost:\\ 127.0.0.1
  default-server inter 500ms fall 1 rise 1 on-marked-down shutdown-sessions
frontend site
  bind 127.0.0.1:{port}
  option forwardfor if-none
  http-request disable-l7-retry if METH_POST
  use_backend circuits if {{ path_beg /_blazor }}
  default_backend reading
backend reading
  balance roundrobin
{servers}
backend circuits
  balance source
  hash-type consistent
{servers}
""")
    process = subprocess.Popen(["/usr/sbin/haproxy", "-q", "-db", "-f", str(home / "haproxy.cfg")])
    time.sleep(1.5)
    return process


class Load:
    """Readers and voters who never stop, and what they were answered."""

    def __init__(self, port, paths, ballots, readers, voters):
        self.port, self.paths, self.ballots = port, paths, ballots
        self.stop, self.lock = threading.Event(), threading.Lock()
        self.reads, self.lost, self.kept, self.refused, self.unanswered, self.answers = 0, [], [], 0, 0, collections.Counter()
        self.numbers = itertools.count(1)
        self.threads = [threading.Thread(target=self.read, args=(i,)) for i in range(readers)] + [threading.Thread(target=self.vote) for _ in range(voters)]
        for thread in self.threads:
            thread.start()

    def read(self, seed):
        connection, turn = None, seed * 7
        while not self.stop.is_set():
            turn += 1
            path = self.paths[turn % len(self.paths)]
            for attempt in (1, 2):
                try:
                    connection = connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
                    connection.request("GET", path, headers={"Accept-Encoding": "br"})
                    answer = connection.getresponse()
                    answer.read()
                    problem = None if answer.status == 200 else f"{answer.status} {path}"
                    break
                except (OSError, http.client.HTTPException) as e:
                    # A kept connection that was closed between two requests is opened anew, as every browser does.
                    connection, problem = None, f"{type(e).__name__} {path}"
            with self.lock:
                self.reads += 1
                if problem:
                    self.lost.append((time.strftime("%H:%M:%S"), problem))
            time.sleep(0.01)

    def vote(self):
        while not self.stop.is_set():
            number = next(self.numbers)
            visitor = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
            page, locale, revision = self.ballots[number % len(self.ballots)]
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
                connection.request("POST", f"/{locale}/votes", urllib.parse.urlencode({"page": page, "revision": revision, "helpful": "yes"}),
                                   {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{self.port}", "X-Forwarded-For": visitor})
                answer = connection.getresponse()
                answer.read()
                where = answer.getheader("Location") or ""
                with self.lock:
                    if answer.status == 303 and where.endswith("#vote-counted"):
                        self.kept.append((page, locale, revision, visitor))
                    elif answer.status == 303:
                        self.refused += 1
                    else:
                        self.unanswered += 1
                        self.answers[str(answer.status)] += 1
                connection.close()
            except (OSError, http.client.HTTPException) as e:
                with self.lock:
                    self.unanswered += 1
                    self.answers[type(e).__name__] += 1
            time.sleep(0.02)

    def end(self):
        self.stop.set()
        for thread in self.threads:
            thread.join()


def missing(database, kept):
    """Acknowledged votes that are not in the database, by the mark that the site makes of a visitor."""
    salts = {(p, l, r): bytes.fromhex(s) for p, l, r, s in database.rows("SELECT page, locale, revision, encode(salt, 'hex') FROM vote_salt")}
    there = {(p, l, r, int(m)) for p, l, r, m in database.rows("SELECT page, locale, revision, mark FROM vote")}
    lost = 0
    for page, locale, revision, visitor in kept:
        salt = salts.get((page, locale, revision), b"")
        mark = int.from_bytes(hmac.new(salt, f"{page} {locale} {revision}\n{visitor}".encode(), hashlib.sha256).digest()[:4], "little") & 0xFFFFF
        lost += (page, locale, revision, mark) not in there
    return lost, len(there)


def seen_after(replicas, address, word, start):
    """Seconds from the start until every replica shows the word; 30 where one never did."""
    for replica in replicas:
        while word.encode() not in replica.get(address).read():
            if time.monotonic() - start > 30:
                return 30.0
            time.sleep(0.02)
    return time.monotonic() - start


def written_by_hand(content, replicas):
    """One folder that all replicas share: seconds until each shows what was written there, some times over."""
    path = sorted((content / "articles").rglob("*.en.md"))[0]
    text, times = path.read_text(encoding="utf-8"), []
    for number in range(EDITS):
        word = f"Hereisthenewword{number}."
        path.write_text(f"{text}\n{word}\n", encoding="utf-8")
        times.append(seen_after(replicas, f"/en/articles/{path.name[:-6]}", word, time.monotonic()))
    return times


def git(folder, *words):
    subprocess.run(["git", "-c", "user.name=Hand", "-c", "user.email=hand@kb.example", *words], cwd=folder, check=True, capture_output=True, env={**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null"})


def saved_elsewhere(home, replicas, database):
    """Each replica with a working tree of its own and one remote: seconds from the answer to a save on a fourth one until each shows it, and
    what each save took."""
    git(home / "content", "init", "-q", "-b", "main")
    git(home / "content", "add", "-A")
    git(home / "content", "commit", "-q", "-m", "Begin")
    git(home, "clone", "-q", "--bare", home / "content", home / "remote.git")
    for number, replica in enumerate([*replicas, None]):
        git(home, "clone", "-q", home / "remote.git", home / f"content{number}")
        if replica:
            replica.end(signal.SIGTERM)
            # So that only a notice can be what makes it quick.
            replica.environment.update({"KnowledgeBase__ContentPath": str(home / f"content{number}"), "KnowledgeBase__Editing__Remote": "origin", "KnowledgeBase__Editing__SyncSeconds": "3600"})
            replica.start()
    path = sorted((home / "content" / "articles").rglob("*.en.md"))[0].relative_to(home / "content")
    saver = subprocess.Popen(["dotnet", str(TOOL), "replica", str(home / f"content{len(replicas)}"), str(home / "saver"), str(path), "--remote=origin", f"--database={database.address}"],
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    times, saves = [], []
    try:
        if saver.stdout.readline().strip() != "Ready":
            sys.exit("The replica that saves did not start.")
        time.sleep(3)
        for number in range(1, EDITS + 1):
            start = time.monotonic()
            saver.stdin.write("save\n")
            saver.stdin.flush()
            answer = saver.stdout.readline().strip()
            if not answer.startswith(f"{number} Saved"):
                sys.exit(f"The save was refused: {answer}")
            answered = time.monotonic()
            saves.append(answered - start)
            times.append(seen_after(replicas, f"/en/articles/{path.name[:-6]}", f"Save {number}.", answered))
    finally:
        saver.kill()
        saver.wait()
    return times, saves


def main():
    # So that what was started is ended, however this ends.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    options = argparse.ArgumentParser()
    options.add_argument("--app", required=True)
    options.add_argument("--rounds", type=int, default=2, help="how often all replicas are replaced")
    options.add_argument("--port", type=int, default=5627)
    options.add_argument("--edits", action="store_true", help="only how soon an edit is read everywhere")
    options.add_argument("--readers", type=int, default=6)
    options.add_argument("--voters", type=int, default=4)
    chosen = options.parse_args()
    began, busy = time.monotonic(), os.getloadavg()[0]
    # Short, because a socket's path may not be long, and open to the server's own user.
    home = pathlib.Path(tempfile.mkdtemp(prefix="kbr"))
    home.chmod(0o755)
    database, proxy, replicas = None, None, []
    try:
        shutil.copytree(SHIPPED, home / "content")
        database = Database(home / "pg")
        replicas = [Replica(n, chosen.app, home, database, chosen.port + 1 + n) for n in range(REPLICAS)]
        proxy = balancer(home, chosen.port, replicas)
        pages = sorted(home.joinpath("content", "codes").glob("0x*.yaml"))[:60]
        paths = [f"/{l}/codes/{p.stem}" for p in pages for l in ("ja", "en")] + ["/ja", "/en", "/en/glossary", "/api/search?q=activation&lang=en"]
        ballots = []
        for page in pages:
            html = replicas[0].get(f"/en/codes/{page.stem}").read().decode()
            if found := re.search(r'name="revision" value="([^"]+)"', html):
                ballots.append((f"code/{page.stem}", "en", found[1]))
        load = Load(chosen.port, paths, ballots, chosen.readers, chosen.voters)
        steps = []

        def step(name, action):
            reads, lost, kept, refused, unanswered = load.reads, len(load.lost), len(load.kept), load.refused, load.unanswered
            start = time.monotonic()
            action()
            time.sleep(2)
            took = time.monotonic() - start
            steps.append((name, took, load.reads - reads, len(load.lost) - lost, len(load.kept) - kept, load.refused - refused, load.unanswered - unanswered))

        def killed():
            replicas[1].end(signal.SIGKILL)
            time.sleep(3)
            replicas[1].start()

        def restarted():
            database.kill()
            database.start()

        def away():
            database.kill()
            time.sleep(10)
            database.start()

        def replaced():
            for replica in replicas:
                replica.end(signal.SIGTERM)
                replica.start()
                # The balancer looks every half second.
                time.sleep(1.2)

        step("nothing", lambda: time.sleep(5))
        if not chosen.edits:
            step("one replica killed (SIGKILL), started again after 3 s", killed)
            step("PostgreSQL stopped at once (-m immediate) and started", restarted)
            step("PostgreSQL away for 10 s", away)
        for number in range(0 if chosen.edits else chosen.rounds):
            step(f"rolling deploy {number + 1}: SIGTERM, end, start, one by one", replaced)
        shared_busy = written_by_hand(home / "content", replicas)
        load.end()
        shared = written_by_hand(home / "content", replicas)
        remote, saves = saved_elsewhere(home, replicas, database)
        late = max(shared + remote) > 2
        lost, rows = missing(database, load.kept)
        rate = load.reads / sum(s[1] for s in steps)
        print(f"# Three replicas, PostgreSQL and haproxy, {time.strftime('%Y-%m-%d')}\n\n{os.cpu_count()} cores, load average before the run {busy:.1f}; {rate:,.0f} reads/s; took {time.monotonic() - began:.0f} s.\n")
        print("| step | seconds | reads | reads lost | votes acknowledged | votes refused with a notice | votes without an answer |\n|---|---|---|---|---|---|---|")
        for name, took, *counts in steps:
            print(f"| {name} | {took:.0f} | " + " | ".join(f"{c:,}" for c in counts) + " |")
        print(f"\nReads: {load.reads:,}, lost {len(load.lost)}. Votes acknowledged: {len(load.kept):,}; of these not in the database: {lost} (it holds {rows:,}).")
        print("\n| an edit is read on every replica after (seconds, each of %d) | | |\n|---|---|---|" % EDITS)
        for name, times in (("written into the folder that all share, under that load", shared_busy), ("the same without load", shared), ("after the answer to a save on a fourth replica, through a git remote", remote)):
            print(f"| {name} | {', '.join(f'{t:.2f}' for t in times)} | goal 2 s {'met' if max(times) <= 2 else '**not met**'} |")
        print(f"\nThe saves themselves took {', '.join(f'{t:.2f}' for t in saves)} s.")
        print("\nVotes without an answer that counts: " + (", ".join(f"{n} × {a}" for a, n in load.answers.most_common()) or "none") + ".")
        for when, problem in load.lost[:10]:
            print(f"- {when} {problem}")
        return 1 if load.lost or lost or late else 0
    finally:
        for replica in replicas:
            if replica.process.poll() is None:
                replica.end(signal.SIGKILL)
        if proxy:
            proxy.terminate()
        if database:
            database.kill()
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
