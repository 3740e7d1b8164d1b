#!/usr/bin/env python3
"""What tests/load/circuits.sh calls: what circuits cost, and what a flood of them does to readers (Python standard library and Node)."""
import argparse, json, os, pathlib, signal, subprocess, sys, tempfile, threading, time

from site_tools import Site

SHIPPED = pathlib.Path(__file__).resolve().parents[2] / "content"
GUIDE = "/en/guides/windows-activation"


class Client:
    def __init__(self, tools, address, path, count, mode):
        self.process = subprocess.Popen(["node", str(pathlib.Path(__file__).with_name("circuits.mjs")), tools, address, path, str(count), mode],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def line(self):
        return json.loads(self.process.stdout.readline() or '{"opened": 0, "refused": 0, "first": "the client ended"}')

    def end(self):
        self.process.stdin.write("\n")
        self.process.stdin.close()
        self.process.wait()


def reading(site, path, seconds):
    """p50 and p99 in ms, and failures, of one reader who asks again and again."""
    times, failures, end = [], 0, time.monotonic() + seconds
    while time.monotonic() < end:
        start = time.perf_counter()
        try:
            failures += site.get(path, Accept_Encoding="br")[0].status != 200
        except OSError:
            failures += 1
        times.append((time.perf_counter() - start) * 1000)
        time.sleep(0.005)
    times.sort()
    return times[len(times) // 2], times[int(len(times) * 0.99)], failures


def main():
    # So that what was started is ended, however this ends.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    options = argparse.ArgumentParser()
    options.add_argument("--app", required=True)
    options.add_argument("--tools", required=True)
    options.add_argument("--circuits", type=int, default=3000)
    options.add_argument("--silent", type=int, default=5000)
    options.add_argument("--cycles", type=int, default=10000)
    options.add_argument("--port", type=int, default=5626)
    chosen = options.parse_args()
    address = f"http://127.0.0.1:{chosen.port}"
    busy = os.getloadavg()[0]
    print(f"# Circuits, {time.strftime('%Y-%m-%d')}\n\n{os.cpu_count()} cores, load average before the run {busy:.1f}" + (" — **the machine was busy with other work**." if busy > 0.7 else "."))
    with tempfile.TemporaryDirectory() as home:
        site = Site(chosen.app, SHIPPED, home, chosen.port, **{"KnowledgeBase:RateLimits:Circuits": max(chosen.circuits, chosen.silent), "KnowledgeBase:RateLimits:CircuitsPerAddress": 100000})
        try:
            # The sample guide is replaced by the first one that there is.
            guide = GUIDE
            page = guide if site.get(guide)[0].status == 200 else site.get(guide)[0].getheader("Location")
            if page is None or site.get(page)[0].status != 200:
                page = "/en/guides/" + sorted((SHIPPED / "guides").glob("*.yaml"))[0].stem
            time.sleep(15)
            before, own, heap = site.memory(), site.share(), site.heap()
            calm = reading(site, "/en/codes", 5)
            client = Client(chosen.tools, address, page, chosen.circuits, "hold")
            outcome = client.line()
            time.sleep(20)
            held, held_own, held_heap = site.memory(), site.share(), site.heap()
            during = reading(site, "/en/codes", 5)
            client.end()
            print(f"\n| | |\n|---|---|\n| circuits opened, each with the island of a guided check | {outcome['opened']:,} (refused {outcome['refused']:,}{', ' + outcome['first'] if outcome['first'] else ''}) |")
            print(f"| memory before, with them (RSS) | {before:,.0f} MB, {held:,.0f} MB |")
            print(f"| of it its own (PSS) | {own:,.0f} MB, {held_own:,.0f} MB |\n| of it the collector's heap | {heap:,.0f} MB, {held_heap:,.0f} MB |")
            print(f"| memory for each | {(held - before) * 1024 / max(1, outcome['opened']):,.0f} kB |")
            print(f"| goal: 3,000 in 512 MB | {'met' if outcome['opened'] >= 3000 and held <= 512 else '**not met**'} |")
            print(f"| a reader's p50 and p99 before | {calm[0]:.1f}, {calm[1]:.1f} ms |\n| with the circuits open | {during[0]:.1f}, {during[1]:.1f} ms, {during[2]} failures |", flush=True)

            flood = Client(chosen.tools, address, page, chosen.silent, "silent")
            opened = flood.line()
            result = []
            watcher = threading.Thread(target=lambda: result.append(reading(site, "/en/codes", 8)))
            watcher.start()
            dropped = flood.line()
            watcher.join()
            flood.process.wait()
            print(f"| F28: silent sockets opened | {opened['opened']:,} (refused {opened['refused']:,}) |\n| all dropped after | {dropped.get('droppedAfterMs', 0) / 1000:.1f} s |")
            print(f"| a reader meanwhile | {result[0][0]:.1f}, {result[0][1]:.1f} ms, {result[0][2]} failures |", flush=True)

            time.sleep(5)
            start = site.memory()
            cycler = Client(chosen.tools, address, page, chosen.cycles, "cycle")
            cycled = cycler.line()
            cycler.process.wait()
            time.sleep(20)
            print(f"| F28: opened and closed | {cycled['opened']:,} |\n| memory before, after | {start:,.0f} MB, {site.memory():,.0f} MB |")
            health = json.loads(site.get("/health/ready")[1])
            print(f"| circuits left | {health['circuits']} |")
        finally:
            site.stop()


main()
