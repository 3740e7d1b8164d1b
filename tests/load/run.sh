#!/usr/bin/env bash
# Measures the published site beside nginx and prints a Markdown report. Installs wrk and nginx (Debian) when they are missing.
#   bash tests/load/run.sh                  everything, up to 100,000 articles in two languages
#   bash tests/load/run.sh --most 10000     smaller
#   bash tests/load/run.sh --only pages     one part: pages, search, starts
#   bash tests/load/run.sh --app DIR        a publish that is already there
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/load/prepare.sh
need wrk wrk
need /usr/sbin/nginx nginx-light
need /usr/lib/nginx/modules/ngx_http_brotli_static_module.so libnginx-mod-http-brotli-static
need python3 python3
install_needs
find_app "$@"
exec python3 tests/load/measure.py "$@" --app "$app"
