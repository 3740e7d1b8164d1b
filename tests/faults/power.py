"""F02: the power goes while a save is written. One save is recorded with strace, call by call; after each call, images are built of what a disk
may then hold, the site starts on each, and both files must be whole: old before the save was acknowledged or new, and new from then on.

A file's bytes are on the disk once the file was flushed; until then all, none or half of them may be. A name (created, renamed, removed) is on
the disk once its folder was flushed. For git's own folder the disk is one with a journal (ext4, xfs, btrfs): names reach it in order, and any
flush brings all before it; git flushes no folders."""
import collections, hashlib, os, posixpath, re, shutil, time

CALLS = "openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,lseek,ftruncate,fallocate,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir,symlink,symlinkat,copy_file_range,sendfile,chdir"
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
PLACE = re.compile(r'^(-?\w+)<([^>]*)>$')


def plain(words):
    return bytes.fromhex(words.replace("\\x", "")) if "\\x" in words else words.encode()


class Disk:
    """Names and bytes as programs see them, and as the disk surely holds them."""

    def __init__(self, home):
        self.home, self.git = home, home + "/content/.git"
        self.names, self.sure, self.folders, self.sure_folders = {}, {}, set(), set()
        self.bytes, self.flushed, self.waiting = {}, {}, []
        for folder, folders, files in os.walk(home):
            self.folders |= {os.path.join(folder, f) for f in folders} | {folder}
            for file in files:
                path = os.path.join(folder, file)
                with open(path, "rb") as f:
                    self.names[path] = self.fresh(f.read(), True)
        self.sure, self.sure_folders = dict(self.names), set(self.folders)

    def fresh(self, data=b"", flushed=False):
        number = len(self.bytes) + 1
        self.bytes[number] = bytearray(data)
        self.flushed[number] = bytes(data) if flushed else b""
        return number

    def name(self, path, number, folder=False):
        """A name gets a file (or a folder), or loses it (None)."""
        names = self.folders if folder else self.names
        if folder:
            names.add(path) if number else names.discard(path)
        elif number:
            names[path] = number
        else:
            names.pop(path, None)
        self.waiting.append((path, number, folder))

    def flush(self, path):
        if path in self.names:
            self.flushed[self.names[path]] = bytes(self.bytes[self.names[path]])
        left = []
        for path_, number, folder in self.waiting:
            if posixpath.dirname(path_) != path and not path_.startswith(self.git):
                left.append((path_, number, folder))
            elif folder:
                self.sure_folders.add(path_) if number else self.sure_folders.discard(path_)
            elif number:
                self.sure[path_] = number
            else:
                self.sure.pop(path_, None)
        self.waiting = left

    def images(self):
        """What the disk may hold now: files with their bytes, and folders."""
        live = {n: bytes(b) for n, b in self.bytes.items()}
        half = {n: b if b == self.flushed[n] else b[:len(b) // 2] for n, b in live.items()}
        for kind, names, folders, data in (("all", self.names, self.folders, live), ("sure", self.sure, self.sure_folders, self.flushed), ("names first", self.names, self.folders, self.flushed), ("bytes first", self.sure, self.sure_folders, live), ("half", self.names, self.folders, half)):
            yield kind, {p: data[n] for p, n in names.items()}, folders


def calls(record):
    """Finished calls in the order in which they ended: name, arguments, answer."""
    begun = {}
    with open(record, encoding="latin1") as lines:
        for line in lines:
            process, _, rest = line.rstrip("\n").partition(" ")
            rest = rest.lstrip()
            if rest.endswith("<unfinished ...>"):
                begun[process] = rest[:-len("<unfinished ...>")].rstrip()
                continue
            resumed = re.match(r"<\.\.\. \w+ resumed>", rest)
            if resumed:
                rest = begun.pop(process) + rest[resumed.end():].lstrip()
            found = re.match(r"(\w+)\((.*)\)\s+= (-?\w+)(<[^>]*>)?", rest)
            if found and not found.group(3).startswith("-"):
                yield process, found.group(1), found.group(2), int(found.group(3), 0)


def replay(record, disk, cwd):
    """Yields after each call that changes the disk; True once the save was acknowledged."""
    at, acknowledged, here = collections.Counter(), False, collections.defaultdict(lambda: cwd)

    def fd(word):
        found = PLACE.match(word.strip())
        return plain(found.group(2)).decode(errors="replace") if found else ""

    for process, call, args, answer in calls(record):
        words = [w.strip() for w in args.split(", ")]
        texts = [plain(t) for t, cut in TEXT.findall(args)]
        assert not any(cut for _, cut in TEXT.findall(args)), "strace cut a text"
        base = fd(words[0]) or here[process]
        full = [posixpath.normpath(posixpath.join(base, t.decode(errors="replace"))) for t in texts]
        ours = lambda path: path == disk.home or path.startswith(disk.home + "/")
        if call == "chdir":
            here[process] = full[0]
            continue
        if call in ("write", "pwrite64", "writev", "pwritev", "pwritev2"):
            path, data = fd(words[0]), b"".join(texts)[:answer]
            if path.startswith("pipe:") and data.startswith(b"Saved"):
                acknowledged = True
            elif path in disk.names:
                number = disk.names[path]
                content = disk.bytes[number]
                offset = int(words[-1 if call != "pwritev2" else -2], 0) if call.startswith("p") else len(content) if at[path] < 0 else at[path]
                content.extend(b"\0" * (offset - len(content)))
                content[offset:offset + len(data)] = data
                if not call.startswith("p") and at[path] >= 0:
                    at[path] += len(data)
            else:
                continue
        elif call in ("open", "openat", "creat"):
            path = full[0]
            if not ours(path) or os.path.basename(path).endswith("-shm"):
                continue
            if path not in disk.names and "O_CREAT" in args and path not in disk.folders:
                disk.name(path, disk.fresh())
            elif path in disk.names and "O_TRUNC" in args:
                disk.bytes[disk.names[path]].clear()
            elif "O_WRONLY" not in args and "O_RDWR" not in args:
                at[path] = 0
                continue
            at[path] = -1 if "O_APPEND" in args else 0
        elif call == "lseek":
            at[fd(words[0])] = answer
            continue
        elif call == "ftruncate" and fd(words[0]) in disk.names:
            content, size = disk.bytes[disk.names[fd(words[0])]], int(words[1], 0)
            content.extend(b"\0" * (size - len(content)))
            del content[size:]
        elif call in ("fsync", "fdatasync"):
            disk.flush(fd(words[0]))
        elif call in ("rename", "renameat", "renameat2", "link", "linkat"):
            if call.endswith(("at", "at2")):
                second = fd(words[2]) or here[process]
                full[1] = posixpath.normpath(posixpath.join(second, texts[1].decode()))
            if not ours(full[0]) or full[0] not in disk.names:
                assert not ours(full[0]), f"a folder was renamed: {full[0]}"
                continue
            disk.name(full[1], disk.names[full[0]])
            if call.startswith("rename"):
                disk.name(full[0], None)
        elif call in ("unlink", "unlinkat", "rmdir"):
            if not ours(full[0]):
                continue
            disk.name(full[0], None, call == "rmdir" or "AT_REMOVEDIR" in args)
        elif call in ("mkdir", "mkdirat"):
            if not ours(full[0]):
                continue
            disk.name(full[0], 1, True)
        elif call in ("copy_file_range", "sendfile"):
            source, target = (fd(words[0]), fd(words[2])) if call == "copy_file_range" else (fd(words[1]), fd(words[0]))
            if target not in disk.names:
                continue
            with_offset = words[1] if call == "copy_file_range" else words[2]
            assert with_offset == "NULL" and source in disk.names, f"a copy from elsewhere: {args}"
            piece, content = bytes(disk.bytes[disk.names[source]])[at[source]:at[source] + answer], disk.bytes[disk.names[target]]
            content[at[target]:at[target] + answer] = piece
            at[source] += answer
            at[target] += answer
        elif call in ("symlink", "symlinkat") and ours(full[-1]):
            raise SystemExit(f"power: {call} is not understood")
        else:
            continue
        yield call, acknowledged


def run(place, tool, expected, files, git, limit):
    """Records a save, builds the images, starts the site on each. Returns how many were wrong."""
    record = place.home + ".strace"
    originals = {p: place.text(p) for p in files}
    disk = Disk(place.home)
    saving = tool("once", place.content, place.data, "7", before=("strace", "-f", "-y", "-xx", "-s", "4000000", "-o", record, "-e", "trace=" + CALLS))
    answer = saving.communicate()[0].strip()
    assert answer.startswith("Saved"), answer
    wrong, counts, seen, steps = 0, collections.Counter(), set(), 0
    starter, began = tool("images"), time.time()
    target = place.home + ".image"
    try:
        for call, acknowledged in replay(record, disk, place.content):
            steps += 1
            for kind, held, folders in disk.images():
                mark = hashlib.sha256()
                for path in sorted(held):
                    mark.update(path.encode() + b"\0" + hashlib.sha256(held[path]).digest())
                mark = (mark.digest(), acknowledged)
                if mark in seen or counts["images"] >= limit:
                    continue
                seen.add(mark)
                shutil.rmtree(target, ignore_errors=True)
                for folder in sorted(folders):
                    os.makedirs(target + folder[len(place.home):], exist_ok=True)
                for path, data in held.items():
                    spot = target + path[len(place.home):]
                    os.makedirs(os.path.dirname(spot), exist_ok=True)
                    with open(spot, "wb") as file:
                        file.write(data)
                    # All of it within one second, as it was.
                    os.utime(spot, (began, began))
                starter.stdin.write(f"{target}/content\t{target}/data\n")
                starter.stdin.flush()
                said = starter.stdout.readline().strip()
                texts = {}
                for p in files:
                    try:
                        with open(f"{target}/content/{p}", encoding="utf-8", newline="") as file:
                            texts[p] = file.read()
                    except (OSError, UnicodeDecodeError) as e:
                        texts[p] = str(e)
                old, new = all(texts[p] == originals[p] for p in files), all(texts[p] == expected(originals[p], 7) for p in files)
                status = git(target + "/content", "status", "--porcelain", check=False)
                fsck = git(target + "/content", "fsck", "--full", "--no-dangling", "--no-progress", check=False)
                counts["images"] += 1
                counts["new" if new else "old" if old else "TORN"] += 1
                counts["after the answer"] += acknowledged
                counts["not committed after the start"] += status != ""
                counts["git fsck complains"] += fsck != ""
                if not (new if acknowledged else old or new) or said != "Recovered":
                    wrong += 1
                if not (old or new) or (acknowledged and not new) or said != "Recovered" or status or fsck:
                    print(f"power: step {steps} ({call}), {kind}{', acknowledged' if acknowledged else ''}: {'new' if new else 'old' if old else 'TORN'}; {said}; {status[:200]}; {fsck[:200]}".replace("\n", " | "))
    finally:
        starter.stdin.close()
        starter.wait()
        shutil.rmtree(target, ignore_errors=True)
        os.remove(record)
    # The model must end where the folder really is, or it has missed a call.
    for path, number in disk.names.items():
        with open(path, "rb") as file:
            assert "-shm" in path or file.read() == bytes(disk.bytes[number]), f"the model is wrong about {path}"
    there = {os.path.join(d, f) for d, _, fs in os.walk(place.home) for f in fs}
    assert there == set(disk.names), f"the model is wrong about {there ^ set(disk.names)}"
    print(f"power: {steps} calls, " + ", ".join(f"{n} {w}" for w, n in counts.items()) + f"; {wrong} wrong")
    return wrong
