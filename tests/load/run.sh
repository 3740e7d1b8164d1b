#!/usr/bin/env bash
# Measures the published site beside nginx and prints a Markdown report. Installs wrk and nginx (Debian) when they are missing.
#   bash tests/load/run.sh                  everything, up to 100,000 articles in two languages
#   bash tests/load/run.sh --most 10000     smaller
#   bash tests/load/run.sh --only pages     one part: pages, search, starts
#   bash tests/load/run.sh --app DIR        a publish that is already there
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

need=()
command -v wrk >/dev/null || need+=(wrk)
[ -x /usr/sbin/nginx ] || need+=(nginx-light)
[ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || need+=(libnginx-mod-http-brotli-static)
command -v python3 >/dev/null || need+=(python3)
if [ ${#need[@]} -gt 0 ]; then
  sudo=''
  [ "$(id -u)" = 0 ] || sudo='sudo'
  echo "Installing with apt-get: ${need[*]}" >&2
  # nginx is used from a folder of our own: the service that the package would start is kept from starting.
  $sudo apt-get update -qq && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${need[@]}" >/dev/null
fi

app=''
for ((i = 1; i <= $#; i++)); do [ "${!i}" = --app ] && j=$((i + 1)) && app="${!j}"; done
if [ -z "$app" ]; then
  app=artifacts/publish
  rm -rf "$app"
  dotnet publish src/KnowledgeBase.Web -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -v q -clp:NoSummary -o "$app" >&2
  set -- "$@" --app "$app"
fi
exec python3 tests/load/measure.py "$@"
