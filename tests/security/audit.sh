#!/usr/bin/env bash
# SEC-12: writes the list of parts (CycloneDX) to artifacts/sbom.json, asks the package source for advisories on them, and compares the
# runtime with the floor. Ends with 1 where a known hole is found; says so where the source has no advisories to give.
#   bash tests/security/audit.sh
set -uo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
status=0
mkdir -p artifacts
for project in KnowledgeBase.Web KnowledgeBase.Cli; do
  said=$(dotnet restore "src/$project" --force -p:NuGetAudit=true -p:NuGetAuditMode=all -p:NuGetAuditLevel=low -p:TreatWarningsAsErrors=false 2>&1)
  holes=$(grep -oE 'NU190[1-4]: .*' <<<"$said" | sort -u)
  if grep -q NU1905 <<<"$said"; then echo "$project: the package source gives no advisories"
  elif [ -n "$holes" ]; then echo "$project: $holes"; status=1
  elif ! grep -q 'Restored\|up-to-date' <<<"$said"; then echo "$project: could not be restored"; tail -3 <<<"$said"; status=1
  else echo "$project: no advisory names a package that is used"; fi
done
python3 tests/security/sbom.py >artifacts/sbom.json || status=1
floor=$(grep -oE 'OldestRuntime \{ get; \} = new\([0-9, ]+\)' src/KnowledgeBase.Web/Hosting/RuntimeRequirements.cs | grep -oE '[0-9]+, [0-9]+, [0-9]+' | tr -d ' ' | tr , .)
here=$(dotnet --list-runtimes | grep -oE '^Microsoft.AspNetCore.App [0-9.]+' | cut -d' ' -f2 | sort -V | tail -1)
if [ "$(printf '%s\n%s\n' "$floor" "$here" | sort -V | head -1)" = "$floor" ]; then echo "runtime $here, floor $floor"; else echo "runtime $here is below the floor $floor"; status=1; fi
exit $status
