#!/usr/bin/env python3
"""What tests/faults/site.sh calls: faults around a running site (Python standard library; SQLite, git, a C compiler for `clock`)."""
import argparse, collections, hashlib, http.client, json, os, pathlib, random, re, resource, shutil, signal, socket, sqlite3, struct, subprocess, sys, tempfile, threading, time, urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/load"))
from site_tools import Site, fill  # noqa: E402

SHIPPED = ROOT / "content"
CODES = sorted(p.stem for p in (SHIPPED / "codes").glob("0x*.yaml"))[:60]
PAGES = [f"/{l}/codes/{c}" for c in CODES for l in ("ja", "en")] + ["/ja", "/en", "/en/glossary", "/api/search?q=activation&lang=en", "/ja/search?q=KMS"]


class Reader(threading.Thread):
    """Asks again and again; what does not come back as 200 is a failure."""

    def __init__(self, site, pages=PAGES, fine=(200,), pause=0.005):
        super().__init__(daemon=True)
        self.site, self.pages, self.fine, self.pause = site, pages, fine, pause
        self.times, self.failures, self.stop = [], [], threading.Event()

    def run(self):
        shuffle = random.Random(1)
        while not self.stop.is_set():
            path, start = shuffle.choice(self.pages), time.perf_counter()
            try:
                status = self.site.get(path, Accept_Encoding="br")[0].status
                if status not in self.fine:
                    self.failures.append(f"{status} {path}")
            except OSError as e:
                self.failures.append(f"{type(e).__name__} {path}")
            self.times.append((time.perf_counter() - start) * 1000)
            time.sleep(self.pause)

    def end(self):
        self.stop.set()
        self.join()
        times = sorted(self.times) or [0]
        return len(self.times), times[len(times) // 2], times[int(len(times) * 0.99)], self.failures


def during(site, seconds=None, work=None, **more):
    """Reads while something happens: (reads, p50, p99, failures), and what the work answered."""
    reader = Reader(site, **more)
    reader.start()
    answer = work() if work else time.sleep(seconds)
    return reader.end(), answer


def revision(site, code):
    return re.search(rb'name="revision" value="([^"]+)"', site.get(f"/en/codes/{code}")[1])[1].decode()


def vote(site, number, code=CODES[0], known={}):
    """`counted`, `not-counted` or the status."""
    if code not in known:
        known[code] = revision(site, code)
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=30)
    connection.request("POST", "/en/votes", urllib.parse.urlencode({"page": f"code/{code}", "revision": known[code], "helpful": "yes"}),
                       {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{site.port}", "X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    where = (answer.getheader("Location") or "").partition("#")[2]
    return where.removeprefix("vote-") if answer.status == 303 and where else str(answer.status)


def until(test, longest=60):
    """Seconds until it is so; None where it never was."""
    start = time.monotonic()
    while time.monotonic() - start < longest:
        if test():
            return time.monotonic() - start
        time.sleep(0.1)
    return None


def seconds(value):
    return "never" if value is None else f"{value:.1f} s"


def disk(chosen, home):
    """F04: the disk of the data folder is full."""
    mount = home / "small"
    mount.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", mount], check=True)
    site = Site(chosen.app, SHIPPED, mount / "data", chosen.port, **{"KnowledgeBase:Editing:Enabled": "false"})
    try:
        site.settle(30)
        assert vote(site, 1) == "counted"
        filler, numbers = mount / "filler", iter(range(2, 10_000))

        def fill():
            with open(filler, "wb", buffering=0) as file:
                try:
                    while file.write(b"x" * 4096):
                        pass
                except OSError:
                    pass
            votes = collections.Counter(vote(site, next(numbers), CODES[next(numbers) % 50]) for _ in range(60))
            filler.unlink()
            return votes, until(lambda: vote(site, next(numbers), CODES[-1]) == "counted")

        (reads, p50, p99, failures), (votes, healed) = during(site, work=fill)
        print(f"F04 disk full: {reads} reads, {len(failures)} failed, p99 {p99:.0f} ms; votes {dict(votes)}; a vote counted again {seconds(healed)} after there was room")

        strange = [k for k in votes if k not in ("counted", "not-counted")]
        return failures or strange or healed is None or healed > 5
    finally:
        site.stop()
        subprocess.run(["umount", mount])


def deleted(chosen, home):
    """F07: files are deleted and come back while they are read."""
    content = home / "content"
    shutil.copytree(SHIPPED, content)
    files = sorted((content / "articles").rglob("*.md"))[:200]
    pages = [f"/{p.name[-5:-3]}/articles/{p.name[:-6]}" for p in files if not p.name.startswith("index")]
    site = Site(chosen.app, content, home / "data", chosen.port, **{"KnowledgeBase:Editing:Enabled": "false", "KnowledgeBase:RescanSeconds": "1"})
    try:
        site.settle(30)

        def shuffle():
            texts = {p: p.read_bytes() for p in files}
            for _ in range(6):
                for path in files:
                    path.unlink()
                time.sleep(1.2)
                for path, text in texts.items():
                    path.write_bytes(text)
                time.sleep(1.2)

        (reads, _, p99, failures), _ = during(site, work=shuffle, pages=pages, fine=(200, 301, 302, 404))
        whole = until(lambda: all(site.get(p)[0].status in (200, 302) for p in pages[:20]), 20)
        print(f"F07 200 files deleted and written again, six times: {reads} reads of them, {len(failures)} neither page nor 404, p99 {p99:.0f} ms; all there again {seconds(whole)} after the last write")
        return failures or whole is None
    finally:
        site.stop()


def broken(chosen, home):
    """F24: half of 10,000 files break in one moment, on a site whose texts an earlier start read."""
    content = home / "content"
    fill(content, 5000, SHIPPED)
    settings = {"KnowledgeBase:Editing:Enabled": "false", "KnowledgeBase:RescanSeconds": "1"}
    site = Site(chosen.app, content, home / "data", chosen.port, **settings)
    until(lambda: (home / "data/articles.parsed").exists())
    site.stop()
    site = Site(chosen.app, content, home / "data", chosen.port, **settings)
    try:
        site.settle(5)

        def health():
            return json.loads(site.get("/health/ready")[1])

        before = {r["path"] for r in health()["rejectedFiles"]}
        files = sorted((content / "articles").rglob("*.md"))[::2]
        pages = [f"/{p.name[-5:-3]}/articles/{p.name[:-6]}" for p in files]
        fine = [page for page in random.Random(1).sample(pages, 300) if site.get(page)[0].status == 200]

        def breaking():
            for path in files:
                path.write_text(path.read_text(encoding="utf-8").replace("title: ", "title: [", 1).replace("The word is", "The broken word is", 1), encoding="utf-8")
            return until(lambda: len(health()["rejectedFiles"]) == len(before | {str(p.relative_to(content)) for p in files}), 120)

        (reads, _, p99, failures), named = during(site, work=breaking, pages=fine + ["/health/ready"], pause=0.01)
        new = [page for page in fine if b"The broken word" in site.get(page)[1]]
        old = sum(b"The word is" in site.get(page)[1] for page in fine)
        print(f"F24 {len(files):,} of {2 * len(files):,} files broken ({len(before)} named before): all named {seconds(named)} after the last; {reads} reads of their pages and of readiness, {len(failures)} failed, p99 {p99:.0f} ms; {old} of {len(fine)} pages show their last good text, {len(new)} the broken one")
        return failures or new or named is None or old != len(fine)
    finally:
        site.stop()


def clock(chosen, home):
    """F08: the wall clock jumps."""
    shim, offset = home / "clock.so", home / "offset"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O2", "-o", shim, ROOT / "tests/faults/clock.c", "-ldl"], check=True)
    offset.write_bytes(struct.pack("l", 0))
    site = Site(chosen.app, SHIPPED, home / "data", chosen.port, LD_PRELOAD=shim, CLOCK_OFFSET=offset, **{"KnowledgeBase:Editing:Enabled": "false"})
    wrong = []
    try:
        site.settle(30)
        numbers = iter(range(1, 10_000))
        for name, moved in (("1,000 days ahead", 86_400_000), ("an hour before now", -3_600), ("back", 0)):
            def jump():
                # In place: the process has the file mapped.
                with open(offset, "r+b") as file:
                    file.write(struct.pack("l", moved))
                return until(lambda: vote(site, next(numbers), CODES[next(numbers) % 50]) == "counted")

            (reads, _, p99, failures), healed = during(site, work=jump)
            later, _ = during(site, 3)
            now = time.mktime(time.strptime(site.get("/en")[0].getheader("Date"), "%a, %d %b %Y %H:%M:%S GMT")) - time.timezone - time.time()
            print(f"F08 clock {name} (the site's own says {now:+,.0f} s): {reads + later[0]} reads, {len(failures) + len(later[3])} failed; a vote counted after {seconds(healed)}")
            if failures or later[3] or healed is None or abs(now - moved) > 5:
                wrong.append(name)
        return wrong
    finally:
        site.stop()


def store(chosen, home):
    """F14: the embedded store is locked, damaged, cut off from its log."""
    data = home / "data"
    site = Site(chosen.app, SHIPPED, data, chosen.port, **{"KnowledgeBase:Editing:Enabled": "false"})
    wrong = []
    try:
        site.settle(30)
        numbers = iter(range(1, 10_000))
        for number in range(300):
            vote(site, next(numbers), CODES[number % 50])
        file = data / "visitors.db"
        shutil.copy(file, home / "before.db")

        def votes(count=10):
            return collections.Counter(vote(site, next(numbers), CODES[n % 50]) for n in range(count))

        def locked():
            other = sqlite3.connect(file, isolation_level=None)
            other.execute("BEGIN EXCLUSIVE")
            found = votes(4)
            other.execute("COMMIT")
            other.close()
            return found, until(lambda: vote(site, next(numbers)) == "counted")

        def damaged():
            with open(file, "r+b") as opened:
                opened.seek(max(0, file.stat().st_size // 2 // 4096 * 4096))
                opened.write(os.urandom(4096))
            found = votes(40)
            # As the incident list says: move it away, or put the file of the backup in its place.
            for part in data.glob("visitors.db*"):
                part.rename(home / f"away-{part.name}")
            return found, until(lambda: vote(site, next(numbers)) == "counted")

        def without_log():
            (data / "visitors.db-wal").unlink(missing_ok=True)
            return votes(), until(lambda: vote(site, next(numbers)) == "counted")

        for name, fault in (("locked by another program", locked), ("4 KiB in the middle overwritten, then moved away", damaged), ("its log deleted", without_log)):
            (reads, _, p99, failures), (found, healed) = during(site, work=fault)
            print(f"F14 visitors.db {name}: {reads} reads, {len(failures)} failed, p99 {p99:.0f} ms; votes {dict(found)}; a vote counted {seconds(healed)} afterwards")
            if failures or healed is None or any(k not in ("counted", "not-counted") for k in found):
                wrong.append(name)
        return wrong
    finally:
        site.stop()


def slow(chosen, home):
    """F15: a thousand clients that send one byte of their headers a second, and readers that take 100 bytes a second."""
    site = Site(chosen.app, SHIPPED, home / "data", chosen.port, **{"KnowledgeBase:Editing:Enabled": "false"})
    try:
        site.settle(60)
        calm, _ = during(site, 6)
        sockets = []
        for _ in range(1000):
            sockets.append(socket.create_connection(("127.0.0.1", site.port)))
        takers = []
        for _ in range(200):
            taker = socket.socket()
            taker.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            taker.connect(("127.0.0.1", site.port))
            taker.send(b"GET /ja/glossary HTTP/1.1\r\nHost: localhost\r\n\r\n")
            takers.append(taker)

        def trickle():
            line, start, dropped = b"GET /ja HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + b"a" * 100, time.monotonic(), {}
            for turn in range(30):
                for index, one in enumerate(sockets):
                    if index in dropped:
                        continue
                    try:
                        one.send(line[turn:turn + 1])
                        one.setblocking(False)
                        if one.recv(1000) is not None:
                            dropped[index] = time.monotonic() - start
                    except BlockingIOError:
                        pass
                    except OSError:
                        dropped[index] = time.monotonic() - start
                if turn < 6:
                    for taker in takers:
                        taker.recv(100)
                if len(dropped) == len(sockets):
                    break
                time.sleep(1)
            return dropped

        loaded, dropped = during(site, work=trickle)
        left = sum(1 for t in takers if t.fileno() >= 0)
        last = max(dropped.values(), default=0)
        print(f"F15 1,000 clients of one header byte a second and {left} that take 100 bytes a second: {len(dropped)} dropped, the last after {last:.1f} s; "
              f"a reader's p50, p99 {calm[1]:.1f}, {calm[2]:.1f} ms before, {loaded[1]:.1f}, {loaded[2]:.1f} ms meanwhile, {len(loaded[3])} of {loaded[0]} reads failed")
        return len(dropped) < 1000 or last > 12 or loaded[3]
    finally:
        site.stop()


def large(chosen, home):
    """F16: queries and bodies of a megabyte."""
    site = Site(chosen.app, SHIPPED, home / "data", chosen.port, **{"KnowledgeBase:Editing:Enabled": "false"})
    wrong = []
    try:
        site.settle(60)
        before = site.memory()
        for name, method, path, body, fine in (
            ("query of 1 MB", "GET", "/en/search?q=" + "a" * 1_000_000, None, (414, 400)), ("query of 8,100 bytes", "GET", "/en/search?q=" + "a" * 8_100, None, (200, 302, 400, 414)),
            ("query of 1,500 words", "GET", "/api/search?lang=en&q=" + "+".join(f"w{n}" for n in range(1500)), None, (200, 400, 414)), ("query of 2,500 quotes", "GET", "/en/search?q=" + "%22" * 2500, None, (200, 302, 400, 414)),
            ("form of 1 MB", "POST", "/en/pastes", "text=" + "a" * 1_000_000, (413, 400)), ("vote of 1 MB", "POST", "/en/votes", "page=" + "a" * 1_000_000, (413, 400)),
            ("header of 40 kB", "GET", "/en", "header", (431, 400)),
        ):
            times, status = [], collections.Counter()
            for _ in range(20):
                connection, start = http.client.HTTPConnection("127.0.0.1", site.port, timeout=30), time.perf_counter()
                headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{site.port}"} if method == "POST" else {"X-Large": "a" * 40_000} if body == "header" else {}
                try:
                    connection.request(method, path, body if method == "POST" else None, headers)
                    status[connection.getresponse().status] += 1
                except (BrokenPipeError, ConnectionResetError):
                    # It said no before everything was sent.
                    try:
                        status[connection.getresponse().status] += 1
                    except (OSError, http.client.HTTPException):
                        status["closed"] += 1
                times.append((time.perf_counter() - start) * 1000)
                connection.close()
            times.sort()
            print(f"F16 {name}: {dict(status)}, p50 {times[10]:.1f} ms, slowest {times[-1]:.1f} ms")
            if any(s not in (*fine, "closed") for s in status):
                wrong.append(name)
        print(f"F16 memory before {before:.0f} MB, after {site.memory():.0f} MB")
        return wrong
    finally:
        site.stop()


def squeeze(chosen, home):
    """F29: few file handles; little memory."""
    wrong = []
    soft = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, soft[1]))
    try:
        site = Site(chosen.app, SHIPPED, home / "data", chosen.port, **{"KnowledgeBase:Editing:Enabled": "false"})
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, soft)
    try:
        site.settle(30)
        connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
        held = [socket.create_connection(("127.0.0.1", site.port)) for _ in range(400)]
        fine = 0
        for number in range(100):
            connection.request("GET", PAGES[number % len(PAGES)])
            answer = connection.getresponse()
            answer.read()
            fine += answer.status == 200
        for one in held:
            one.close()
        healed = until(lambda: during(site, 0.5)[0][3] == [], 30)
        print(f"F29 256 file handles, 400 silent connections: a reader who was there before got {fine} of 100 pages; new readers got all {seconds(healed)} after the connections went; the process lives: {site.process.poll() is None}")
        if fine < 100 or healed is None or site.process.poll() is not None:
            wrong.append("handles")
    finally:
        site.stop()
    site = Site(chosen.app, SHIPPED, home / "data2", chosen.port, DOTNET_GCHeapHardLimit="0x8000000", **{"KnowledgeBase:Editing:Enabled": "false"})
    try:
        site.settle(60)
        (reads, p50, p99, failures), _ = during(site, 15)
        print(f"F29 a heap of at most 128 MB: {reads} reads of all kinds, {len(failures)} failed, p99 {p99:.0f} ms, {site.memory():.0f} MB in all; the process lives: {site.process.poll() is None}")
        if failures or site.process.poll() is not None:
            wrong.append("memory")
        return wrong
    finally:
        site.stop()


def settings(chosen, home):
    """F34: settings, folders and surroundings that are wrong: a clear word at the start, or it works."""
    wrong = []
    program = str(pathlib.Path(chosen.app).resolve() / "KnowledgeBase.Web")
    (home / "file").write_text("")
    (home / "empty").mkdir()
    foreign = home / "foreign"
    shutil.copytree(SHIPPED, foreign)
    subprocess.run(["git", "init", "-q"], cwd=foreign, check=True)
    if os.getuid() == 0:
        for path in [foreign, *foreign.rglob("*")]:
            os.chown(path, 12345, 12345)
    taken = socket.create_server(("127.0.0.1", chosen.port + 5))
    base = {"KnowledgeBase__ContentPath": str(SHIPPED), "KnowledgeBase__DataPath": str(home / "data")}
    for name, change, starts in (
        ("as it should be", {}, True), ("HOME not set", {"HOME": None}, True), ("LANG=C", {"LANG": "C", "LC_ALL": "C"}, True), ("TZ=Asia/Tokyo", {"TZ": "Asia/Tokyo"}, True), ("LANG=tr_TR.UTF-8", {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"}, True),
        ("PATH without git", {"PATH": "/nowhere"}, True), ("data folder is a file", {"KnowledgeBase__DataPath": str(home / "file")}, True), ("data folder below a file", {"KnowledgeBase__DataPath": str(home / "file" / "below")}, True),
        ("keys are a file", {"KnowledgeBase__DataPath": str(home / "keyless")}, True), ("content of another user", {"KnowledgeBase__ContentPath": str(foreign)}, True), ("database away", {"KnowledgeBase__Storage__Provider": "Postgres", "KnowledgeBase__Storage__ConnectionString": "Host=/nowhere;Database=kb"}, True),
        ("unknown setting", {"KnowledgeBase__RateLimit__Circuits": "5"}, True), ("content missing", {"KnowledgeBase__ContentPath": "/nowhere"}, False), ("content empty", {"KnowledgeBase__ContentPath": str(home / "empty")}, False), ("a word for a number", {"KnowledgeBase__RescanSeconds": "often"}, False),
        ("a number out of bounds", {"KnowledgeBase__RateLimits__Circuits": "0"}, False), ("a provider that is none", {"KnowledgeBase__Storage__Provider": "Oracle"}, False), ("address of the site without scheme", {"KnowledgeBase__BaseUrl": "kb.example"}, False), ("no ICU", {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}, False),
        ("port taken", {"port": str(chosen.port + 5)}, False),
    ):
        if name == "keys are a file":
            (home / "keyless").mkdir()
            (home / "keyless" / "keys").write_text("")
        environment = {**os.environ, **base, **{k: v for k, v in change.items() if v is not None}}
        for key in [k for k, v in change.items() if v is None]:
            environment.pop(key, None)
        port = int(change.get("port", chosen.port))
        process = subprocess.Popen([program, "--urls", f"http://127.0.0.1:{port}"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        lines, start = [], time.monotonic()
        for line in process.stdout:
            lines.append(line.rstrip())
            if "Knowledge base ready" in line:
                break
        took, ready = time.monotonic() - start, bool(lines) and "Knowledge base ready" in lines[-1]
        fine = ready == starts
        what = ""
        if ready:
            threading.Thread(target=lambda p=process: [None for _ in p.stdout], daemon=True).start()
            answers = []
            for path in ("/ja", "/en/codes/" + CODES[0], "/api/search?q=I%C4%B0i%C4%B1&lang=en", "/ja/search?q=WINDOWS", "/health/ready"):
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
                connection.request("GET", path)
                answer = connection.getresponse()
                body = answer.read()
                answers.append(answer.status)
            what = json.loads(body)["status"]
            fine = fine and set(answers) == {200}
        else:
            process.wait(30)
            said = [l for l in lines if l.strip()]
            what = next((l for l in said if "did not start" in l or "KnowledgeBase:" in l or "ICU" in l), said[0] if said else "")[:150]
            fine = fine and process.returncode not in (0, None) and what != "" and took < 15
        if process.poll() is None:
            process.kill()
            process.wait()
        print(f"F34 {name}: {'ready' if ready else 'ended'} after {took:.1f} s; {what}{'' if fine else '  WRONG'}")
        if not fine:
            wrong.append(name)
    taken.close()
    return wrong


def hosts(chosen, home):
    """F35, SEC-11: a hundred thousand requests that try to change what everybody gets."""
    site = Site(chosen.app, SHIPPED, home / "data", chosen.port, **{"KnowledgeBase:Editing:Enabled": "false", "KnowledgeBase:BaseUrl": "https://kb.example"})
    pages = ["/ja", "/en", "/en/glossary", "/ja/codes/" + CODES[0], "/en/codes/" + CODES[1], "/en/articles/" + sorted(p.name[:-6] for p in (SHIPPED / "articles").rglob("*.en.md") if not p.name.startswith("index"))[0], "/api/codes/" + CODES[2] + "?lang=en", "/sitemap.xml", "/en/feed.xml"]
    lock, found, counts, bodies, done = threading.Lock(), [], collections.Counter(), {}, [0]
    try:
        site.settle(60)
        # What a page is while nobody plays tricks.
        for page in pages:
            for encoding in ("br", "gzip", "identity"):
                connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=30)
                connection.request("GET", page, headers={"Host": "kb.example", "Accept-Encoding": encoding})
                answer = connection.getresponse()
                bodies[page, encoding] = {(answer.status, answer.getheader("Content-Encoding"), hashlib.sha256(answer.read()).hexdigest())}

        def attack(seed, count):
            shuffle, connection = random.Random(seed), None
            for _ in range(count):
                page, encoding = shuffle.choice(pages), shuffle.choice(("br", "gzip", "identity"))
                host = shuffle.choice(("kb.example", "kb.example", "kb.example", "evil.example", "kb.example.evil.example", "evil.example:443", "127.0.0.1.evil.example", "kb.example@evil.example"))
                headers = {"Host": host, "Accept-Encoding": encoding, "Accept-Language": shuffle.choice(("ja", "en", "de", "zz-ZZ;q=0.9", "*", "'\"<script>"))}
                for name in shuffle.sample(("X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-For", "X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix", "Forwarded", "X-HTTP-Method-Override", "Cookie", "Authorization", "Range", "If-None-Match", "Origin", "Referer", "Via", "X-Host"), shuffle.randrange(5)):
                    headers[name] = {"Cookie": "kb-account=stolen; .AspNetCore.Culture=c%3Dja; a=evil.example", "Authorization": "Bearer kb_evil", "Range": "bytes=0-10", "If-None-Match": '"evil"', "X-Forwarded-Proto": "javascript", "X-Original-URL": "/admin/accounts", "X-Rewrite-URL": "/admin/accounts", "X-HTTP-Method-Override": "DELETE"}.get(name, "evil.example")
                try:
                    connection = connection or http.client.HTTPConnection("127.0.0.1", site.port, timeout=30)
                    connection.request("GET", page, headers=headers)
                    answer = connection.getresponse()
                    body = answer.read()
                except (OSError, http.client.HTTPException) as e:
                    connection = None
                    with lock:
                        found.append(f"{type(e).__name__} {page} {headers}")
                    continue
                with lock:
                    counts[answer.status] += 1
                    done[0] += 1
                    foreign = "evil" in str(answer.getheaders()) or (b"evil" in body and answer.getheader("Content-Encoding") is None)
                    if answer.getheader("Set-Cookie") or foreign or (host != "kb.example") != (answer.status == 400):
                        found.append(f"{answer.status} {page} {headers} {'a cookie' if answer.getheader('Set-Cookie') else 'evil in the answer' if foreign else ''}")
                    if answer.status == 200 and "Authorization" not in headers and "Cookie" not in headers:
                        bodies[page, encoding].add((200, answer.getheader("Content-Encoding"), hashlib.sha256(body).hexdigest()))
                    elif answer.status == 200:
                        plain = bodies[page, encoding]
                        if encoding == "identity":
                            plain.add((200, None, hashlib.sha256(body).hexdigest()))

        start = time.monotonic()
        threads = [threading.Thread(target=attack, args=(n, chosen.count // 4)) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        # The background compresses further what is read often: the text must be one, its packing need not.
        texts = {page: {h for encoding in ("identity",) for (s, e, h) in bodies[page, encoding] if s == 200} for page in pages}
        many = [p for p, t in texts.items() if len(t) != 1]
        print(f"F35 {done[0]:,} requests with foreign hosts, forwarded headers, cookies and languages in {time.monotonic() - start:.0f} s: {dict(counts)}; {len(found)} wrong; texts for each of {len(pages)} addresses: {sorted({len(t) for t in texts.values()})}")
        for line in found[:5]:
            print("  ", line[:300])
        return found or many
    finally:
        site.stop()


def soak(chosen, home):
    """REL-9: everything at once for a while; memory and handles must not grow."""
    content = home / "content"
    shutil.copytree(SHIPPED, content)
    site = Site(chosen.app, content, home / "data", chosen.port, **{"KnowledgeBase:Editing:Enabled": "false", "KnowledgeBase:RateLimits:VisitorPostsPerHour": "100000"})
    article = sorted((content / "articles").rglob("*.en.md"))[0]
    text, guides = article.read_text(encoding="utf-8"), sorted(p.stem for p in (content / "guides").glob("*.yaml") if ".tests" not in p.name)
    queries = [w for p in sorted((content / "articles").rglob("*.md"))[:200] for w in re.findall(r"[\w-]{3,12}", p.read_text(encoding="utf-8"))[40:44]]
    words = [f"/api/search?lang={l}&q={urllib.parse.quote(q)}" for q in queries for l in ("ja", "en")] + [f"/en/search?q={urllib.parse.quote(q)}" for q in queries]
    try:
        site.settle()
        readers = [Reader(site, pause=0.002), Reader(site, pages=words, fine=(200, 302), pause=0.01), Reader(site, pages=[f"/{l}/guides/{g}" for g in guides for l in ("ja", "en")], fine=(200, 302), pause=0.05)]
        for reader in readers:
            reader.start()
        samples, begin, edits, votes = [], time.monotonic(), 0, collections.Counter()
        while (passed := time.monotonic() - begin) < chosen.minutes * 60:
            edits += 1
            article.write_text(f"{text}\nEdit {edits}.\n", encoding="utf-8")
            for number in range(20):
                votes[vote(site, edits * 20 + number, CODES[number % 50], {})] += 1
            handles = len(os.listdir(f"/proc/{site.process.pid}/fd"))
            samples.append((passed, site.memory(), handles))
            time.sleep(5)
        results = [r.end() for r in readers]
        failures = [f for r in results for f in r[3]]
        # The first third warms up; after it a straight line through the rest.
        rest = [s for s in samples if s[0] > chosen.minutes * 20] or samples
        middle, mean = sum(s[0] for s in rest) / len(rest), sum(s[1] for s in rest) / len(rest)
        slope = sum((s[0] - middle) * (s[1] - mean) for s in rest) / max(1e-9, sum((s[0] - middle) ** 2 for s in rest)) * 3600
        print(f"Soak of {chosen.minutes} min: {sum(r[0] for r in results):,} reads, searches and guide pages, {len(failures)} failed; {edits} edits; votes {dict(votes)}; p99 of reads {results[0][2]:.0f} ms; "
              f"memory {samples[0][1]:.0f} MB at first, {max(s[1] for s in samples):.0f} MB at most, {samples[-1][1]:.0f} MB at the end, after the first third {slope:+.0f} MB an hour; handles {samples[0][2]} to {max(s[2] for s in samples)}, {samples[-1][2]} at the end")
        for line in failures[:5]:
            print("  ", line)
        return failures
    finally:
        site.stop()


FAULTS = {f.__name__: f for f in (disk, deleted, broken, clock, store, slow, large, squeeze, settings, hosts, soak)}


def main():
    # So that what was started is ended, however this ends.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    options = argparse.ArgumentParser()
    options.add_argument("fault", choices=[*FAULTS, "all"])
    options.add_argument("--app", required=True)
    options.add_argument("--port", type=int, default=5632)
    options.add_argument("--count", type=int, default=100_000, help="requests of `hosts`")
    options.add_argument("--minutes", type=float, default=10, help="of `soak`")
    chosen = options.parse_args()
    print(f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, load average before the run {os.getloadavg()[0]:.1f}", flush=True)
    status = 0
    for name in ([n for n in FAULTS if n != "soak"] if chosen.fault == "all" else [chosen.fault]):
        home = pathlib.Path(tempfile.mkdtemp(prefix="kbf"))
        try:
            if wrong := FAULTS[name](chosen, home):
                print(f"{name}: WRONG {str(wrong)[:500]}")
                status = 1
        finally:
            shutil.rmtree(home, ignore_errors=True)
        sys.stdout.flush()
    return status


sys.exit(main())
