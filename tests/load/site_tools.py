"""Starts the published site, nginx and made-up content for the measurements (Python standard library only)."""
import http.client, os, pathlib, random, re, subprocess, sys, time


class Site:
    """The published site on a content folder; `ready` is the milliseconds from its start to its ready line."""

    def __init__(self, app, content, data, port, **settings):
        self.port = port
        environment = {**os.environ, "KnowledgeBase__ContentPath": str(content), "KnowledgeBase__DataPath": str(data), "DOTNET_gcServer": "0",
                       "KnowledgeBase__DrainSeconds": "0", **{k.replace(":", "__"): str(v) for k, v in settings.items()}}
        start = time.perf_counter()
        self.process = subprocess.Popen([str(pathlib.Path(app).resolve() / "KnowledgeBase.Web"), "--urls", f"http://127.0.0.1:{port}"],
                                        env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        lines = []
        while True:
            line = self.process.stdout.readline()
            lines.append(line)
            if "Knowledge base ready" in line:
                break
            if not line:
                sys.exit("The site did not start:\n" + "".join(lines[-20:]))
        self.ready = (time.perf_counter() - start) * 1000
        os.set_blocking(self.process.stdout.fileno(), False)

    def get(self, path, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    def work(self):
        """Seconds of processor time that the process has used."""
        return processor_time(self.process.pid)

    def settle(self, longest=180):
        """Waits until the site has done what it does after a start: pages are made and compressed in the background."""
        end, before = time.monotonic() + longest, self.work()
        while time.monotonic() < end:
            time.sleep(3)
            now = self.work()
            if now - before < 0.15:
                return
            before = now

    def memory(self):
        """Megabytes that the process holds now."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def share(self):
        """Megabytes of it that are its own, with its part of what it shares with other processes (PSS)."""
        rollup = pathlib.Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        return int(re.search(r"Pss:\s+(\d+)", rollup)[1]) / 1024

    def heap(self):
        """Megabytes of the collector's heap that are in memory, whether what lies there is still used or not: the collector reserves
        one range of addresses of many gigabytes, and nothing else does."""
        runs, end = [], None
        for header, body in re.findall(r"^([0-9a-f]+-[0-9a-f]+ [^\n]*)\n((?:[A-Z][^\n]*\n)+)", pathlib.Path(f"/proc/{self.process.pid}/smaps").read_text(), re.M):
            first, last = (int(x, 16) for x in header.split()[0].split("-"))
            if len(header.split()) > 5:
                continue
            if first != end:
                runs.append([0, 0])
            runs[-1][0] += last - first
            runs[-1][1] += int(re.search(r"Rss:\s+(\d+)", body)[1])
            end = last
        return max(runs, default=[0, 0])[1] / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


def processor_time(process):
    """Seconds that a process and its children that still run have used."""
    total, family = 0, {str(process)}
    for entry in sorted((e for e in os.listdir("/proc") if e.isdigit()), key=int):
        try:
            fields = pathlib.Path(f"/proc/{entry}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if entry in family or fields[1] in family:
            family.add(entry)
            total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


class Nginx:
    """nginx in a folder of its own, serving one page as a file beside its Brotli form, with the same headers."""

    def __init__(self, home, port, plain, brotli, headers):
        self.home = pathlib.Path(home)
        (self.home / "www").mkdir(parents=True)
        (self.home / "www" / "page").write_bytes(plain)
        (self.home / "www" / "page.br").write_bytes(brotli)
        lines = "\n".join(f'    add_header {name} "{value}";' for name, value in headers)
        configuration = self.home / "nginx.conf"
        # As root its workers would run as another user, who may not read a temporary folder.
        user = "user root;\n" if os.getuid() == 0 else ""
        configuration.write_text(f"""{user}load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off;
pid {self.home}/pid;
error_log {self.home}/error.log;
worker_processes auto;
events {{ worker_connections 2048; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=100; server_tokens off;
  default_type "text/html; charset=utf-8";
  client_body_temp_path {self.home}/b; proxy_temp_path {self.home}/p; fastcgi_temp_path {self.home}/f; uwsgi_temp_path {self.home}/u; scgi_temp_path {self.home}/s;
  server {{
    listen 127.0.0.1:{port} reuseport; root {self.home}/www; brotli_static on;
{lines}
  }}
}}
""")
        self.process = subprocess.Popen(["/usr/sbin/nginx", "-p", str(self.home), "-c", str(configuration)], stderr=subprocess.DEVNULL)
        time.sleep(1)

    def work(self):
        return processor_time(self.process.pid)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def prose(content, language):
    """Plain sentences of the shipped articles: words as they are, without markup."""
    lines = []
    for path in sorted(pathlib.Path(content, "articles").rglob(f"*.{language}.md")):
        for line in path.read_text(encoding="utf-8").split("---", 2)[-1].splitlines():
            text = line.strip()
            if len(text) > 30 and text[0].isalpha() and not re.search(r"[\[\]{}<>|`*:]|0x", text):
                lines.append(text)
    return lines


def article(number, language, pool, shuffle, word="first"):
    """One made-up article of five sections, about 3 kB."""
    title = f"Article {number}: " + shuffle.choice(pool)[:40].rstrip(". ").replace('"', "").replace("\\", "") if language == "en" else f"記事 {number}、" + shuffle.choice(pool)[:24].replace('"', "").replace("\\", "")
    parts = "\n\n".join(f"## {shuffle.choice(pool)[:30]} {{#part-{n}}}\n\n" + "\n".join(shuffle.choice(pool) for _ in range(5)) for n in range(1, 6))
    summary = shuffle.choice(pool)[:80].replace('"', "").replace("\\", "")
    return f'---\ntitle: "{title}"\nsummary: "{summary}"\npublished: 2026-11-21\n---\n\nThe word is {word}.\n\n{parts}\n'


def fill(folder, count, shipped):
    """Writes so many articles, each in both languages, in folders of 200; the same each time."""
    folder = pathlib.Path(folder)
    pools = {language: prose(shipped, language) for language in ("ja", "en")}
    for number in range(count):
        shuffle = random.Random(number)
        shelf = folder / "articles" / f"shelf-{number // 200}"
        shelf.mkdir(parents=True, exist_ok=True)
        for language, pool in pools.items():
            (shelf / f"article-{number}.{language}.md").write_text(article(number, language, pool, shuffle), encoding="utf-8")
    return pools
