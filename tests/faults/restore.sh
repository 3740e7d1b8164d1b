#!/usr/bin/env bash
# F33: backs up a running site, wipes everything it had, restores, and compares: every page by its hash, the history, votes, accounts,
# whoever was signed in. Prints how long it took until the restored site was ready.
#   bash tests/faults/restore.sh [--app DIR] [--postgres] [--port 5624]
# Ends with 1 when anything is missing.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/load/prepare.sh
need python3 python3
need git git
case " $* " in *' --postgres '*) need '/usr/lib/postgresql/*/bin/postgres' postgresql ;; esac
install_needs
find_app "$@"
[ -n "${KB:-}" ] || dotnet build -c Release src/KnowledgeBase.Cli -v q -clp:NoSummary >&2
exec python3 tests/faults/restore.py "$@" --app "$app"
