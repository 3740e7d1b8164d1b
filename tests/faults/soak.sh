#!/usr/bin/env bash
# Reads, searches, votes, walks guides and edits for so many minutes, and watches memory, open files and errors.
#   bash tests/faults/soak.sh MINUTES [--app DIR] [--port 5632]
set -euo pipefail
minutes="${1:?how many minutes?}"
shift
exec bash "$(dirname "$0")/site.sh" soak --minutes "$minutes" "$@"
