#!/usr/bin/env bash
# Faults around a running site, each printing its figure; see docs/reliability.md.
#   bash tests/faults/site.sh disk|deleted|broken|clock|store|slow|large|squeeze|settings|hosts|soak|all [--app DIR] [--port 5632]
# `disk` needs root (a small file system), `clock` a C compiler. Ends with 1 where something did not hold.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/load/prepare.sh
need python3 python3
need git git
case "$1" in clock | all) need gcc gcc libc6-dev ;; esac
install_needs
find_app "$@"
exec python3 tests/faults/site.py "$@" --app "$app"
