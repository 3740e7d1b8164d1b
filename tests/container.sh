#!/usr/bin/env bash
# Builds and runs the Dockerfile where there is no container engine: buildah, with base images made by debootstrap from Debian and the
# installed .NET. Proves the instructions, the user, the read-only root and the start; does not prove the real base images, HEALTHCHECK,
# networking or limits. Needs root.
#   bash tests/container.sh [--port 5629]
set -euo pipefail
cd "$(dirname "$0")/.."
port=5629
[ "${1:-}" = --port ] && port="$2"
[ "$(id -u)" = 0 ] || { echo "Run as root: buildah and debootstrap need it." >&2; exit 1; }
need=()
command -v buildah >/dev/null || need+=(buildah)
command -v debootstrap >/dev/null || need+=(debootstrap)
[ ${#need[@]} -eq 0 ] || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${need[@]}" >/dev/null; }

work="${KB_CONTAINER_WORK:-/var/tmp/kb-container}"
mkdir -p "$work"
export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot
build() { buildah --root "$work/store" --runroot "$work/run" --storage-driver vfs "$@"; }
dotnet_root=$(dirname "$(readlink -f "$(command -v dotnet)")")

if ! build images -q mcr.microsoft.com/dotnet/sdk:10.0 >/dev/null 2>&1; then
  rm -rf "$work/root"
  # shellcheck disable=SC1091
  debootstrap --variant=minbase --include=ca-certificates,libicu72,libssl3,zlib1g,libstdc++6 "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$work/root" >"$work/debootstrap.log"
  base=$(build from scratch)
  build copy -q "$base" "$work/root" / >/dev/null
  # The feed and the proxy that this machine restores with serve the build as well.
  for file in /etc/apt/sources.list /etc/apt/apt.conf.d; do [ -e "$file" ] && build copy -q "$base" "$file" "$file" >/dev/null; done
  build copy -q "$base" "$dotnet_root" /usr/share/dotnet >/dev/null
  [ ! -e "$HOME/.nuget/NuGet/NuGet.Config" ] || build copy -q "$base" "$HOME/.nuget/NuGet/NuGet.Config" /root/.nuget/NuGet/NuGet.Config >/dev/null
  build config --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/share/dotnet --env DOTNET_ROOT=/usr/share/dotnet "$base"
  build commit -q "$base" mcr.microsoft.com/dotnet/sdk:10.0 >/dev/null
  build tag mcr.microsoft.com/dotnet/sdk:10.0 mcr.microsoft.com/dotnet/aspnet:10.0
  build rm "$base" >/dev/null
  rm -rf "$work/root"
fi

build bud --isolation chroot --pull-never -q -t knowledge-base . | tail -1
container=$(build from knowledge-base)
trap 'build rm "$container" >/dev/null 2>&1 || true' EXIT
[ "$(build inspect --format '{{.OCIv1.Config.User}}' "$container")" = 10001:10001 ] || { echo "The image runs as another user." >&2; exit 1; }

data=$(mktemp -d)
chown 10001:10001 "$data"
log="$work/site.log"
build run --isolation chroot --user 10001:10001 --volume "$PWD/content:/content:ro" --volume "$data:/data" \
  --env KnowledgeBase__ContentPath=/content --env KnowledgeBase__DataPath=/data --env "ASPNETCORE_URLS=http://127.0.0.1:$port" \
  "$container" /app/KnowledgeBase.Web >"$log" 2>&1 &
site=$!
trap 'kill "$site" 2>/dev/null; wait "$site" 2>/dev/null; build rm "$container" >/dev/null 2>&1; rm -rf "$data"' EXIT
for _ in $(seq 1 120); do curl -fsS -o /dev/null "http://127.0.0.1:$port/health/ready" 2>/dev/null && break; sleep 0.5; done
curl -fsS "http://127.0.0.1:$port/health/ready" | head -c 200; echo
curl -fsS -o /dev/null -w 'a page: %{http_code}\n' "http://127.0.0.1:$port/ja"
user=$(ps -o uid= -p "$(pgrep -f "^/app/KnowledgeBase.Web$" | head -1)" | tr -d ' ')
echo "runs as user $user"
[ "$user" = 10001 ]
