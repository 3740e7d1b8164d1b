#!/usr/bin/env python3
"""Kills, starves and races saves, and counts what was lost.

    dotnet build -c Release tests/KnowledgeBase.Faults
    python3 tests/faults/faults.py kill --rounds 500      # F01: kill -9 at random moments, git and all
    python3 tests/faults/faults.py power                   # F02: the power goes after any call of a save (strace)
    python3 tests/faults/faults.py fsync                   # F03: fsync fails (strace)
    python3 tests/faults/faults.py full                    # F04: the disk is full (needs root for a small file system)
    python3 tests/faults/faults.py readonly                # F05: the folder is read-only (needs root)
    python3 tests/faults/faults.py half                    # F06: somebody else writes half a file
    python3 tests/faults/faults.py race --rounds 1000      # F25: 50 clients save the same base at once
    python3 tests/faults/faults.py replicas --rounds 100   # F26: two processes, one remote; and one folder
"""
import argparse, collections, os, random, re, shutil, signal, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TOOL = os.environ.get("FAULTS") or os.path.join(ROOT, "tests/KnowledgeBase.Faults/bin/Release/net10.0/faults.dll")
EN, JA = ("articles/hardware/hardware-change-impact.%s.md" % l for l in ("en", "ja"))
OWN = {0: [EN, JA], 1: ["articles/errors/fix-0xc004f211/index.en.md"], 2: ["articles/errors/fix-0xc004f211/index.ja.md"]}
GIT = dict(os.environ, GIT_CONFIG_GLOBAL="/dev/null", GIT_AUTHOR_NAME="Hand", GIT_AUTHOR_EMAIL="hand@faults.example", GIT_COMMITTER_NAME="Hand", GIT_COMMITTER_EMAIL="hand@faults.example")


def git(folder, *words, check=True):
    done = subprocess.run(["git", *words], cwd=folder, env=GIT, capture_output=True, text=True)
    if check and done.returncode:
        raise SystemExit(f"git {' '.join(words)}: {done.stderr}")
    return done.stdout.strip() if done.returncode == 0 else done.stderr.strip()


def tool(*words, before=(), **more):
    return subprocess.Popen([*before, "dotnet", TOOL, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True, **more)


def said(*words, before=()):
    process = tool(*words, before=before)
    output, _ = process.communicate(timeout=600)
    return output.strip()


class Place:
    """A copy of the sample site in a repository of its own."""

    def __init__(self, base=None, repository=True):
        self.home = tempfile.mkdtemp(prefix="kb-faults-", dir=base)
        self.content, self.data = os.path.join(self.home, "content"), os.path.join(self.home, "data")
        shutil.copytree(os.path.join(ROOT, "tests/data/site"), self.content)
        if repository:
            git(self.content, "init", "-q", "-b", "main")
            git(self.content, "add", "-A")
            git(self.content, "commit", "-q", "-m", "Begin")

    def text(self, path):
        with open(os.path.join(self.content, path), encoding="utf-8") as file:
            return file.read()

    def number(self, path):
        found = re.search(r"\nSave (\d+)\.\n\Z", self.text(path))
        return int(found.group(1)) if found else 0

    def close(self):
        shutil.rmtree(self.home, ignore_errors=True)


def expected(original, number):
    return original if number == 0 else original.rstrip("\n") + "\n" + f"\nSave {number}.\n"


def kill(options):
    place = Place("/dev/shm" if os.path.isdir("/dev/shm") else None)
    originals = {p: place.text(p) for paths in OWN.values() for p in paths}
    acknowledged, commits, next_number = collections.Counter(), [], 1
    found, counts = collections.Counter(), collections.Counter()
    slowest = 0.0
    random.seed(options.seed)
    for turn in range(options.rounds + 1):
        start = time.time()
        process = tool("loop", place.content, place.data, str(next_number))
        line = process.stdout.readline()
        slowest = max(slowest, time.time() - start)
        # The site has started and brought to its end what was begun: nothing may be missing, torn or left over.
        for client, paths in OWN.items():
            numbers = [place.number(p) for p in paths]
            found["torn"] += sum(place.text(p) != expected(originals[p], n) for p, n in zip(paths, numbers))
            found["half of a pair"] += len(set(numbers)) > 1
            found["lost"] += numbers[0] < acknowledged[client]
            next_number = max(next_number, *[n + 1 for n in numbers])
        status = git(place.content, "status", "--porcelain")
        left = [os.path.join(d, f) for d, _, fs in os.walk(place.content) for f in fs if ".tmp" in f or f.endswith(".lock")]
        if status and not found["not committed"] or left and not found["left over"]:
            print("round", turn, "git status:", status, "left over:", left, flush=True)
        found["not committed"] += status != ""
        found["left over"] += left != []
        found["journal left"] += len(os.listdir(os.path.join(place.data, "editing/journal"))) if os.path.isdir(os.path.join(place.data, "editing/journal")) else 0
        if not line.startswith("Recovered") or line.strip() != "Recovered":
            found["not recovered"] += 1
            print("round", turn, line.strip())
        if turn == options.rounds:
            process.stdin.close()
            process.wait()
            break
        process.stdin.write("go\n")
        process.stdin.flush()
        # Every other round dies anywhere in its first saves, the rest among later ones.
        first = process.stdout.readline() if turn % 2 else ""
        time.sleep(random.random() * options.longest / 1000 * (1 if turn % 2 else 4))
        os.killpg(process.pid, signal.SIGKILL)
        for answer in (first + process.communicate()[0]).splitlines():
            words = answer.split()
            if words[0] == "ACK":
                acknowledged[int(words[1])] = max(acknowledged[int(words[1])], int(words[2]))
                counts["acknowledged saves"] += 1
                counts["of them not committed at once"] += words[3] == "-"
                if words[3] == "-":
                    print("round", turn, answer)
                else:
                    commits.append(words[3])
            elif words[0] == "NOT":
                found["answers that were no"] += 1
                print("round", turn, answer)
        # Higher than whatever was saved or begun: a number must never be used twice.
        next_number = max([next_number, *acknowledged.values(), *(place.number(p) for paths in OWN.values() for p in paths)]) + 2
    history = set(git(place.content, "rev-list", "HEAD").splitlines())
    found["commits lost"] = len([c for c in commits if c not in history])
    fsck = git(place.content, "fsck", "--full", "--no-dangling", "--no-progress", check=False)
    print(f"kill: {options.rounds} rounds, " + ", ".join(f"{n} {w}" for w, n in counts.items()) + "; " + ", ".join(f"{n} {w}" for w, n in sorted(found.items())) + f"; git fsck: {fsck or 'clean'}; slowest start {slowest:.1f} s")
    wrong = sum(found.values()) > 0 or fsck != ""
    if wrong:
        print("kill: left to be looked at:", place.home)
    else:
        place.close()
    return wrong


def power(options):
    import power as images
    place = Place("/dev/shm" if os.path.isdir("/dev/shm") else None)
    # What a start alone writes is there before.
    said("recover", place.content, place.data)
    try:
        return images.run(place, tool, expected, [EN, JA], git, options.images)
    finally:
        place.close()


def fsync(_):
    wrong = 0
    for when in ["1+"] + [str(n) for n in range(1, 13)]:
        for error in ("EIO", "ENOSPC") if when == "1+" else ("EIO",):
            place = Place()
            before = place.text(EN), place.text(JA)
            answer = said("once", place.content, place.data, "7", before=("strace", "-qq", "-f", "-o", "/dev/null", "-e", "trace=fsync", "-e", f"inject=fsync:error={error}:when={when}"))
            after = place.text(EN), place.text(JA)
            whole = after == before or all(place.number(p) == 7 for p in (EN, JA))
            honest = (after != before) == answer.startswith("Saved")
            wrong += not (whole and honest)
            print(f"fsync: {error} at call {when}: {answer[:110]}; files {'new' if after != before else 'old'}{'' if whole and honest else '  WRONG'}")
            said("recover", place.content, place.data)
            later = place.text(EN), place.text(JA)
            if later != after or git(place.content, "status", "--porcelain") != "":
                wrong += 1
                print("fsync: after the next start the files are other ones, or not committed  WRONG")
            place.close()
    return wrong


def mounted(size):
    home = tempfile.mkdtemp(prefix="kb-faults-")
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", home], check=True)
    return home


def full(_):
    home = mounted("6m")
    try:
        place = Place(home)
        filler = os.path.join(home, "filler")
        with open(filler, "wb", buffering=0) as file:
            try:
                while file.write(b"x" * 4096):
                    pass
            except OSError:
                pass
        before = place.text(EN)
        answer = said("once", place.content, place.data, "1")
        kept = place.text(EN) == before
        os.remove(filler)
        healed = said("once", place.content, place.data, "2")
        said("recover", place.content, place.data)
        clean = git(place.content, "status", "--porcelain") == ""
        print(f"full: {answer}; old text {'whole' if kept else 'LOST'}; after room was made: {healed}; git status {'clean' if clean else 'NOT CLEAN'}")
        return not (kept and answer.startswith("Refused DiskFull") and healed.startswith("Saved") and clean)
    finally:
        subprocess.run(["umount", home])


def readonly(_):
    home = mounted("32m")
    try:
        place = Place(home)
        place.data = tempfile.mkdtemp(prefix="kb-faults-data-")
        before = place.text(EN)
        subprocess.run(["mount", "-o", "remount,ro", home], check=True)
        answer = said("once", place.content, place.data, "1")
        kept = place.text(EN) == before
        subprocess.run(["mount", "-o", "remount,rw", home], check=True)
        healed = said("once", place.content, place.data, "2")
        print(f"readonly: {answer}; old text {'whole' if kept else 'LOST'}; writable again: {healed}")
        return not (kept and answer.startswith("Refused ReadOnly") and healed.startswith("Saved"))
    finally:
        subprocess.run(["umount", home])


def half(_):
    place = Place()
    path = os.path.join(place.content, OWN[1][0])
    whole = open(path, "rb").read()
    process = tool("watch", place.content, place.data, "12")
    end = time.time() + 10
    time.sleep(2)
    writes = 0
    while time.time() < end:
        with open(path, "wb") as file:
            file.write(whole[:60])
        time.sleep(0.2)
        with open(path, "ab") as file:
            file.write(whole[60:])
        writes += 1
        time.sleep(0.1)
    answer = process.communicate()[0].strip()
    print(f"half: {writes} files written in two halves; {answer}")
    place.close()
    return "nothing" in answer or "|" in answer


def race(options):
    place = Place("/dev/shm" if os.path.isdir("/dev/shm") else None)
    answer = said("race", place.content, place.data, "50", str(options.rounds))
    commits = int(git(place.content, "rev-list", "--count", "HEAD")) - 1
    print(f"race: {answer}; {commits} commits; git status {git(place.content, 'status', '--porcelain') or 'clean'}")
    place.close()
    return commits != options.rounds or not answer.endswith("wrong 0")


def replicas(options):
    wrong = 0
    first = Place()
    bare = os.path.join(first.home, "remote.git")
    git(first.home, "clone", "-q", "--bare", first.content, bare)
    git(first.content, "remote", "add", "origin", bare)
    second = Place(repository=False)
    shutil.rmtree(second.content)
    git(second.home, "clone", "-q", bare, second.content)
    runs = [tool("many", p.content, p.data, str(options.rounds), str(c), "--remote=origin") for c, p in ((1, first), (2, second))]
    for number, process in enumerate(runs):
        print(f"replicas: process {number + 1} of two with a remote: {process.communicate()[0].strip()}")
    commits = int(git(bare, "rev-list", "--count", "main")) - 1
    merges = git(bare, "rev-list", "--merges", "main")
    print(f"replicas: {commits} commits at the remote of {2 * options.rounds} saves, {'linear' if not merges else 'NOT LINEAR'}")
    wrong += commits != 2 * options.rounds or merges != ""
    first.close(), second.close()
    shared = Place()
    other = tempfile.mkdtemp(prefix="kb-faults-data-")
    runs = [tool("many", shared.content, data, str(options.rounds), str(c)) for c, data in ((1, shared.data), (2, other))]
    for number, process in enumerate(runs):
        print(f"replicas: process {number + 1} of two in one folder: {process.communicate()[0].strip()}")
    commits = int(git(shared.content, "rev-list", "--count", "HEAD")) - 1
    print(f"replicas: {commits} commits of {2 * options.rounds} saves; git status {git(shared.content, 'status', '--porcelain') or 'clean'}")
    wrong += commits != 2 * options.rounds
    shared.close()
    return wrong


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("fault", choices=["kill", "power", "fsync", "full", "readonly", "half", "race", "replicas"])
    words.add_argument("--rounds", type=int, default=100)
    words.add_argument("--longest", type=int, default=400, help="longest time in ms from the first save to the kill")
    words.add_argument("--images", type=int, default=100_000, help="most images of a power loss")
    words.add_argument("--seed", type=int, default=1)
    options = words.parse_args()
    if not os.path.exists(TOOL):
        raise SystemExit(f"{TOOL} is not there: dotnet build -c Release tests/KnowledgeBase.Faults")
    sys.exit(1 if globals()[options.fault](options) else 0)


main()
