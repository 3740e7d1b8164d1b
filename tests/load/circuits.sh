#!/usr/bin/env bash
# Opens many circuits of a guided check with a raw client and prints what they cost (Markdown).
#   bash tests/load/circuits.sh [--app DIR] [--circuits 3000] [--port 5626]
# Needs Node; fetches @microsoft/signalr and its MessagePack protocol 10.0.0 from the npm registry into a folder of its own.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/load/prepare.sh
need node nodejs npm
need python3 python3
install_needs
tools="${KB_NODE_TOOLS:-artifacts/circuit-client}"
mkdir -p "$tools"
[ -d "$tools/node_modules/@microsoft/signalr-protocol-msgpack" ] \
  || npm --prefix "$tools" install --silent --no-audit --no-fund @microsoft/signalr@10.0.0 @microsoft/signalr-protocol-msgpack@10.0.0 >&2
find_app "$@"
exec python3 tests/load/circuits.py --tools "$tools" "$@" --app "$app"
