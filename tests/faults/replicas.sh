#!/usr/bin/env bash
# The topology of compose.yaml without containers: PostgreSQL, three replicas of the published site, haproxy in front. Kills a replica,
# restarts the database in the middle of writes, replaces all replicas one by one, and counts what was lost (Features 127; F13, F27, F32).
#   bash tests/faults/replicas.sh [--app DIR] [--rounds 2] [--port 5627]
# Installs haproxy and PostgreSQL (Debian) when they are missing. Ends with 1 when a vote or a read was lost.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

need=()
[ -x /usr/sbin/haproxy ] || need+=(haproxy)
ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || need+=(postgresql)
command -v python3 >/dev/null || need+=(python3)
if [ ${#need[@]} -gt 0 ]; then
  sudo=''
  [ "$(id -u)" = 0 ] || sudo='sudo'
  echo "Installing with apt-get: ${need[*]}" >&2
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
exec python3 tests/faults/replicas.py "$@"
