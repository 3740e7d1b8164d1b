#!/usr/bin/env bash
# Publishes the site as README says, runs Lighthouse on each kind of page with this machine's Chromium, and prints a Markdown table.
# usage: tests/lighthouse.sh [published folder] [runs per page, default 3]
# Needs node and npm; Lighthouse comes from the npm registry into artifacts/lighthouse. Every figure is the median of the runs;
# mobile is Lighthouse's own preset (slow 4G, a processor four times slower, simulated).
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-artifacts/lighthouse/site}
runs=${2:-3}
tool=artifacts/lighthouse
port=${PORT:-5617}
mkdir -p "$tool"
[ -x "$out/KnowledgeBase.Web" ] || dotnet publish src/KnowledgeBase.Web -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o "$out" -v q -clp:NoSummary >&2
[ -d "$tool/node_modules/lighthouse" ] || npm install --prefix "$tool" --no-audit --no-fund --loglevel=error lighthouse@13.5.0 >&2
CHROME_PATH=${CHROMIUM:-$(command -v chromium || command -v google-chrome)}
export CHROME_PATH

data=$(mktemp -d)
log=$data/site.log
KnowledgeBase__ContentPath=$PWD/content KnowledgeBase__DataPath=$data/data ASPNETCORE_ENVIRONMENT=Production "$out/KnowledgeBase.Web" --urls "http://127.0.0.1:$port" >"$log" 2>&1 &
site=$!
trap 'kill $site 2>/dev/null; wait $site 2>/dev/null || true; rm -rf "$data"' EXIT
for _ in $(seq 120); do grep -q 'Knowledge base ready' "$log" && break; kill -0 $site || { cat "$log"; exit 1; }; sleep 0.5; done

pages=(${PAGES:-/ja /en /ja/articles/fix-0xc004f213 /en/articles/hardware-change-impact /ja/codes/0xC004F213 /en/codes/0xC004C008 /ja/search?q=KMS /en/search?q=motherboard /ja/guides/windows-activation /en/guides/windows-activation/map})
echo "Load of the machine (1, 5, 15 minutes): $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) cores, $("$CHROME_PATH" --version | cut -d' ' -f1-2), $(date -u +%F)"
echo
echo '| page | device | performance | accessibility | best practices | SEO | LCP ms | CLS | TBT ms | KiB |'
echo '|---|---|---|---|---|---|---|---|---|---|'
for page in "${pages[@]}"; do
  curl -s -o /dev/null -H 'Accept-Encoding: br' "http://127.0.0.1:$port$page"
  for device in mobile desktop; do
    results=()
    for run in $(seq "$runs"); do
      preset=()
      [ $device = desktop ] && preset=(--preset=desktop)
      file=$data/$run.json
      # A busy browser sometimes loses its trace: then once more.
      for try in 1 2 3; do
        "$tool/node_modules/.bin/lighthouse" "http://127.0.0.1:$port$page" "${preset[@]}" --quiet --output=json --output-path="$file" \
          --only-categories=performance,accessibility,best-practices,seo \
          --chrome-flags='--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync' >&2 && break || [ $try -lt 3 ]
      done
      results+=("$file")
    done
    node -e '
      const [page, device, ...files] = process.argv.slice(1);
      const runs = files.map(f => JSON.parse(require("fs").readFileSync(f)));
      const median = pick => { const all = runs.map(pick).sort((a, b) => a - b); return all[all.length >> 1]; };
      const score = name => Math.round(100 * median(r => r.categories[name].score));
      const value = name => median(r => r.audits[name].numericValue);
      const row = [page, device, score("performance"), score("accessibility"), score("best-practices"), score("seo"),
        Math.round(value("largest-contentful-paint")), +value("cumulative-layout-shift").toFixed(3), Math.round(value("total-blocking-time")), (value("total-byte-weight") / 1024).toFixed(1)];
      console.log("| " + row.join(" | ") + " |");
      for (const r of runs.slice(0, 1)) for (const c of Object.values(r.categories)) for (const a of c.auditRefs) {
        const audit = r.audits[a.id];
        if (a.weight > 0 && audit.score !== null && audit.score < 0.9) console.error(`  ${page} ${device}: ${a.id} ${audit.score} ${audit.displayValue ?? ""} ${JSON.stringify(audit.details?.items?.slice(0, 3) ?? []).slice(0, 400)}`);
      }' "$page" "$device" "${results[@]}"
  done
done
