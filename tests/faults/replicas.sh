#!/usr/bin/env bash
# The topology of compose.yaml without containers: PostgreSQL, three replicas of the published site, haproxy in front. Kills a replica,
# restarts the database in the middle of writes, replaces all replicas one by one, and counts what was lost (Features 127; F13, F27, F32).
# Then the replicas get working trees of their own and a git remote: how long until what one saves is read on the others.
#   bash tests/faults/replicas.sh [--app DIR] [--rounds 2] [--port 5627] [--edits]
# Installs haproxy and PostgreSQL (Debian) when they are missing. Ends with 1 when a vote or a read was lost, or an edit came late.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/load/prepare.sh
need /usr/sbin/haproxy haproxy
need '/usr/lib/postgresql/*/bin/postgres' postgresql
need python3 python3
need git git
install_needs
find_app "$@"
[ -n "${FAULTS:-}" ] || dotnet build -c Release tests/KnowledgeBase.Faults -v q -clp:NoSummary >&2
exec python3 tests/faults/replicas.py "$@" --app "$app"
