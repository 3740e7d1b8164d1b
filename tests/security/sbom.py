#!/usr/bin/env python3
"""SEC-12: lists what is shipped, as CycloneDX 1.5 JSON, from what was restored (Python standard library).

    dotnet restore && python3 tests/security/sbom.py > artifacts/sbom.json
"""
import base64, json, pathlib, re, subprocess, sys, time, uuid
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHIPPED = ["KnowledgeBase.Web", "KnowledgeBase.Cli"]


def licence(folder):
    """What the package says of its licence: an expression, or an address."""
    for nuspec in folder.glob("*.nuspec"):
        data = {e.tag.split("}")[-1]: e for e in xml.parse(nuspec).getroot().iter()}
        if (found := data.get("license")) is not None and found.get("type") == "expression":
            return [{"expression": found.text}]
        if (address := data.get("licenseUrl")) is not None and address.text:
            return [{"license": {"name": "see address", "url": address.text}}]
    return []


def main():
    components, depends = {}, {}
    for project in SHIPPED:
        path = ROOT / "src" / project / "obj" / "project.assets.json"
        if not path.exists():
            sys.exit(f"{path} is missing: run dotnet restore first.")
        assets = json.loads(path.read_text(encoding="utf-8"))
        folders = [pathlib.Path(f) for f in assets["packageFolders"]]
        used = {}
        for target in assets["targets"].values():
            used.update(target)
        for name, library in assets["libraries"].items():
            # What is only there to build is not shipped.
            if library["type"] != "package" or name not in used or not (used[name].get("runtime") or used[name].get("runtimeTargets") or used[name].get("native")):
                continue
            package, version = name.split("/")
            reference = f"pkg:nuget/{package}@{version}"
            folder = next((f / library["path"] for f in folders if (f / library["path"]).exists()), None)
            components[reference] = {"type": "library", "bom-ref": reference, "name": package, "version": version, "purl": reference, "scope": "required",
                                     "hashes": [{"alg": "SHA-512", "content": base64.b64decode(library["sha512"]).hex()}], "licenses": licence(folder) if folder else []}
            depends.setdefault(reference, set()).update(f"pkg:nuget/{p}@{v}" for p, v in used[name].get("dependencies", {}).items())
    runtimes = subprocess.run(["dotnet", "--list-runtimes"], capture_output=True, text=True, check=True).stdout
    for name in ("Microsoft.NETCore.App", "Microsoft.AspNetCore.App"):
        versions = [v for v in re.findall(rf"^{re.escape(name)} (10\.\S+)", runtimes, re.MULTILINE)]
        if versions:
            components[name] = {"type": "framework", "bom-ref": name, "name": name, "version": versions[-1], "description": "installed on the machine, not shipped", "licenses": [{"expression": "MIT"}]}
    print(json.dumps({
        "bomFormat": "CycloneDX", "specVersion": "1.5", "serialNumber": f"urn:uuid:{uuid.uuid4()}", "version": 1,
        "metadata": {"timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "component": {"type": "application", "bom-ref": "knowledge-base", "name": "knowledge-base",
                     "version": subprocess.run(["git", "rev-parse", "--short=12", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip() or "unknown", "licenses": [{"expression": "MIT"}]}},
        "components": sorted(components.values(), key=lambda c: c["bom-ref"].lower()),
        "dependencies": [{"ref": "knowledge-base", "dependsOn": sorted(components)}] + [{"ref": r, "dependsOn": sorted(d for d in on if d in components)} for r, on in sorted(depends.items())],
    }, indent=2))
    print(f"{len(components)} components; without a known licence: {', '.join(c['name'] for c in components.values() if not c['licenses']) or 'none'}", file=sys.stderr)


main()
