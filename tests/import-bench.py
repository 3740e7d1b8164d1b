#!/usr/bin/env python3
"""Measures the import of a large documentation tree (Python standard library only).

    python3 tests/import-bench.py --kb src/KnowledgeBase.Cli/bin/Release/net10.0/kb.dll [--pages 1900] [--tree FOLDER]

Without --tree it makes one of the shape and size of the Kubernetes documentation: a Hugo site with that many English pages, a third of them
in Japanese too, three further languages that nobody asks for, shortcodes, tabs, tables, code, links between the pages, pictures. Prints
seconds and the largest memory of the import, in a pipe and on a terminal, and of the check of what came out.
"""
import argparse, collections, os, pathlib, pty, re, select, shutil, subprocess, sys, tempfile, time

PARTS = {"concepts": 0.13, "tasks": 0.14, "reference": 0.32, "tutorials": 0.03, "setup": 0.03, "contribute": 0.02, "blog": 0.33}
WORDS = {
    "en": "the node keeps each pod on its own network so that a service can find it again after the control plane moved the work elsewhere".split(),
    "ja": ["ノードは", "それぞれのポッドを", "固有のネットワークに", "置くので、", "コントロールプレーンが", "処理を移した後も", "サービスは", "見つけられます。"],
}
HEADINGS = {"en": ["Before you begin", "How it works", "Create it", "Limits", "Clean up"], "ja": ["始める前に", "仕組み", "作成", "制限", "後片付け"]}


def prose(language, number, length):
    words = WORDS[language]
    sentences = [(" " if language == "en" else "").join(words[(number + i) % len(words)] for i in range(length)) + ("." if language == "en" else "") for _ in range(3)]
    return " ".join(sentences)


def page(language, part, number, count):
    """Constructs as often as a page of such documentation has them: about 8 kB."""
    other = (number * 7 + 3) % count
    head = {"title": f"{part.title()} {number}" if language == "en" else f"{part} の手引き {number}", "content_type": "concept" if number % 2 else "task", "weight": number % 90}
    if number % 3 == 0:
        head["reviewers"] = ["someone", "another"]
    if number % 11 == 0:
        head["min-kubernetes-server-version"] = "v1.30"
    if part == "blog":
        head |= {"date": f"2025-{number % 12 + 1:02}-{number % 27 + 1:02}", "slug": f"post-{number}", "author": "A. Writer"}
    front = "\n".join(f"{k}:\n" + "\n".join(f"- {i}" for i in v) if isinstance(v, list) else f"{k}: {v}" for k, v in head.items())
    lines = [f"---\n{front}\n---\n", "<!-- overview -->", f'{{{{< feature-state for_k8s_version="v1.{number % 9 + 20}" state="stable" >}}}}' if number % 4 == 0 else "", prose(language, number, 14), ""]
    for at, heading in enumerate(HEADINGS[language]):
        lines += [f"## {heading}" + (f" {{#{part}-{at}}}" if number % 2 else ""), "", prose(language, number + at, 18), ""]
        kind = (number + at) % 9
        if kind == 0:
            lines += ["{{< note >}}", prose(language, number, 8), "{{< /note >}}"]
        elif kind == 1:
            lines += ["{{< tabs name=\"tools\" >}}", "{{% tab name=\"Linux\" %}}", "```shell\nkubectl get pods --all-namespaces\n```", "{{% /tab %}}", "{{% tab name=\"Windows\" %}}", "```powershell\nGet-Process\n```", "{{% /tab %}}", "{{< /tabs >}}"]
        elif kind == 2:
            lines += ["| Field | Meaning |", "|---|---|"] + [f"| `spec.field{i}` | {prose(language, i, 6)} |" for i in range(8)]
        elif kind == 3:
            lines += [f"{{{{% code_sample file=\"samples/{part}/{number % 40}.yaml\" %}}}}"]
        elif kind == 4:
            lines += [f"1. [{part} {other}](/docs/{part}/topic-{other % 20}/page-{other}/)", f"2. {{{{< glossary_tooltip text=\"{part}\" term_id=\"{part}\" >}}}}", "3. {{< ref \"/docs/reference\" >}}"]
        elif kind == 5:
            lines += [f"{{{{< figure src=\"/images/docs/{number % 60}.svg\" alt=\"{heading}\" >}}}}"]
        elif kind == 6:
            lines += ["```yaml\n" + "\n".join(f"key{i}: value{i}" for i in range(20)) + "\n```"]
        elif kind == 7:
            lines += ["{{< warning >}}", prose(language, number, 8), "{{< /warning >}}", "<details><summary>More</summary>\n\n" + prose(language, at, 8) + "\n\n</details>"]
        else:
            lines += [f"- {prose(language, i, 7)}" for i in range(6)]
        lines.append("")
    lines += ["## {{% heading \"whatsnext\" %}}", "", f"* {prose(language, number, 9)} [x](../page-{(number + 20) % count}/#limits)"]
    return "\n".join(lines) + "\n"


def make(root, count):
    (root / "hugo.toml").write_text('baseURL = "https://docs.example/"\ndefaultContentLanguage = "en"\n[languages.en]\ncontentDir = "content/en"\n[languages.ja]\ncontentDir = "content/ja"\n')
    made = collections.Counter()
    for language in ("en", "ja", "zh-cn", "ko", "de"):
        text = "ja" if language == "ja" else "en"
        for part, share in PARTS.items():
            many = int(count * share)
            folder = root / "content" / language / (part if part == "blog" else f"docs/{part}")
            for number in range(many):
                if language != "en" and number % 3:
                    continue
                place = folder / f"topic-{number % 20}"
                place.mkdir(parents=True, exist_ok=True)
                (place / f"page-{number}.md").write_text(page(text, part, number, many), encoding="utf-8")
                made[language] += 1
            for topic in range(min(20, many)):
                if language == "en" or topic % 3 == 0:
                    (folder / f"topic-{topic}").mkdir(parents=True, exist_ok=True)
                    (folder / f"topic-{topic}" / "_index.md").write_text(f"---\ntitle: {part} {topic}\nweight: {topic}\n---\n\n{prose(text, topic, 12)}\n", encoding="utf-8")
                    made[language] += 1
    samples = root / "content/en/examples/samples"
    for part in PARTS:
        (samples / part).mkdir(parents=True, exist_ok=True)
        for number in range(40):
            (samples / part / f"{number}.yaml").write_text("\n".join(f"key{i}: value{i}" for i in range(30)) + "\n")
    pictures = root / "static/images/docs"
    pictures.mkdir(parents=True)
    for number in range(60):
        (pictures / f"{number}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7H1z"/></svg>\n')
    return made


def run(*command):
    """Seconds, megabytes and output of a command; its memory is asked of the system each 20 ms."""
    start, most = time.time(), 0
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    os.set_blocking(process.stdout.fileno(), False)
    output = b""
    while process.poll() is None or select.select([process.stdout], [], [], 0)[0]:
        if select.select([process.stdout], [], [], 0.02)[0]:
            piece = os.read(process.stdout.fileno(), 1 << 20)
            if not piece:
                break
            output += piece
        try:
            with open(f"/proc/{process.pid}/status") as status:
                found = re.search(r"VmHWM:\s+(\d+)", status.read())
                most = max(most, int(found.group(1)) if found else 0)
        except OSError:
            pass
    process.wait()
    return time.time() - start, most // 1024, output.decode(errors="replace"), process.returncode


def shown(*command):
    """What a terminal of 100 columns is shown."""
    pieces, (reader, writer) = [], pty.openpty()
    process = subprocess.Popen(command, stdin=writer, stdout=writer, stderr=writer, env=dict(os.environ, TERM="xterm", COLUMNS="100"))
    os.close(writer)
    while True:
        try:
            piece = os.read(reader, 1 << 16)
        except OSError:
            break
        if not piece:
            break
        pieces.append(piece)
    process.wait()
    text = b"".join(pieces).decode(errors="replace")
    return sorted(set(int(p) for p in re.findall(r"(\d+)%", text))), process.returncode


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--kb", required=True, help="kb.dll")
    words.add_argument("--pages", type=int, default=1900)
    words.add_argument("--tree", type=pathlib.Path)
    options = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="kb-import-") as home:
        tree = options.tree or pathlib.Path(home) / "tree"
        if not options.tree:
            tree.mkdir()
            print("made:", dict(make(tree, options.pages)), sum(1 for f in tree.rglob("*") if f.is_file()), "files,", sum(f.stat().st_size for f in tree.rglob("*") if f.is_file()) >> 20, "MiB")
        print("load of the machine:", *open("/proc/loadavg").read().split()[:3])
        content = os.path.join(home, "content")
        for name, command in (("import", ["import", str(tree), content]), ("check", ["check", content])):
            seconds, memory, output, code = run("dotnet", options.kb, *command)
            lines = output.strip().splitlines()
            print(f"{name}: {seconds:.1f} s, {memory} MB, answer {code}; {len(lines)} lines, last: {lines[-1] if lines else ''}")
            if name == "import":
                print("\n".join("  " + l for l in lines[:-1]))
        shutil.rmtree(content)
        steps, code = shown("dotnet", options.kb, "import", str(tree), content)
        print(f"terminal: answer {code}; the bar showed {len(steps)} different percentages from {steps[0] if steps else '-'} to {steps[-1] if steps else '-'}")


main()
