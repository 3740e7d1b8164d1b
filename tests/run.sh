#!/usr/bin/env bash
# Installs what the tests need and runs every test. Ends with the plain line "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

need=()
command -v chromium >/dev/null || command -v google-chrome >/dev/null || need+=(chromium)
fc-list 2>/dev/null | grep -qi 'noto.*cjk' || need+=(fonts-noto-cjk)
command -v fc-list >/dev/null || need+=(fontconfig)
ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || command -v postgres >/dev/null || need+=(postgresql)
ldconfig -p 2>/dev/null | grep -q 'libsqlite3\.so\.0' || need+=(libsqlite3-0)
command -v git >/dev/null || need+=(git)
if [ ${#need[@]} -gt 0 ]; then
  if command -v apt-get >/dev/null; then
    sudo=''
    [ "$(id -u)" = 0 ] || sudo='sudo'
    echo "Installing with apt-get: ${need[*]}"
    $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${need[@]}" >/dev/null \
      || { echo "Could not install: ${need[*]}. Install them by hand and run this again."; exit 1; }
  else
    echo "Please install with your package manager, then run this again: ${need[*]}"; exit 1
  fi
fi

dotnet build KnowledgeBase.sln -v q -clp:NoSummary || { echo "The build failed."; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

results=artifacts/test-results
rm -rf "$results"
status=0
for project in tests/*/*Tests.csproj; do
  name=$(basename "$project" .csproj)
  echo "== $name"
  dotnet test "$project" --no-build --results-directory "$results" --logger "trx;LogFileName=$name.trx" --logger 'console;verbosity=minimal' "$@" || status=1
done

# A run that died leaves no counters: that is a failure, not silence.
passed=0 failed=0 skipped=0
for project in tests/*/*Tests.csproj; do
  trx="$results/$(basename "$project" .csproj).trx"
  line=$(grep -o '<Counters [^>]*>' "$trx" 2>/dev/null)
  if [ -z "$line" ]; then failed=$((failed + 1)); status=1; continue; fi
  number() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$line"; }
  total=$(number total) executed=$(number executed)
  passed=$((passed + $(number passed)))
  failed=$((failed + $(number failed)))
  skipped=$((skipped + total - executed))
done
echo "== KnowledgeBase.Benchmarks: every measurement at its smallest"
mkdir -p artifacts
if dotnet run --project tests/KnowledgeBase.Benchmarks --no-build -- smoke --set content >artifacts/benchmarks-smoke.txt 2>&1; then
  passed=$((passed + 1))
else
  failed=$((failed + 1))
  tail -20 artifacts/benchmarks-smoke.txt
fi
[ "$failed" = 0 ] || status=1
[ "$passed" -gt 0 ] || status=1
mkdir -p artifacts
echo "$passed passed, $failed failed, $skipped skipped" | tee artifacts/test-counts
exit $status
