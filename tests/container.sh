#!/usr/bin/env bash
# Builds and runs the Dockerfile where there is no container engine: buildah, with base images made by debootstrap from Debian and the
# installed .NET. Proves the instructions, the user, the start and the pages; does not prove the real base images, HEALTHCHECK, the
# mounting of the volumes, the read-only root, networking or limits. Needs root.
#   bash tests/container.sh [--port 5629]
# The base image is kept in $KB_CONTAINER_WORK (/var/tmp/kb-container): the first run takes some minutes longer.
set -euo pipefail
cd "$(dirname "$0")/.."
port=5629
[ "${1:-}" != --port ] || port="$2"
[ "$(id -u)" = 0 ] || { echo "Run as root: buildah and debootstrap need it." >&2; exit 1; }
. tests/load/prepare.sh
need buildah buildah
need debootstrap debootstrap
need curl curl
install_needs

work="${KB_CONTAINER_WORK:-/var/tmp/kb-container}"
mkdir -p "$work"
export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot
buildah=(buildah --root "$work/store" --runroot "$work/run" --storage-driver vfs)
build() { "${buildah[@]}" "$@"; }
dotnet_root=$(dirname "$(readlink -f "$(command -v dotnet)")")
# shellcheck disable=SC1091
release=$(. /etc/os-release && echo "$VERSION_CODENAME")

if ! build inspect --type image mcr.microsoft.com/dotnet/sdk:10.0 >/dev/null 2>&1; then
  rm -rf "$work/root"
  debootstrap --variant=minbase --include=ca-certificates,libicu72,libssl3,zlib1g,libstdc++6 "$release" "$work/root" >"$work/debootstrap.log"
  base=$(build from scratch)
  build copy -q "$base" "$work/root" / >/dev/null
  # The sources and the proxy that this machine installs and restores with serve the build as well.
  for file in /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/apt.conf.d /usr/local/share/ca-certificates /etc/ssl/certs; do
    [ ! -e "$file" ] || build copy -q "$base" "$file" "$file" >/dev/null
  done
  build copy -q "$base" "$dotnet_root" /usr/share/dotnet >/dev/null
  # Its settings for packages, where it has any: the file that the tool names, put above the sources, where the tool in the image finds it.
  settings=$(dotnet nuget config paths 2>/dev/null | tail -1)
  [ ! -f "$settings" ] || build copy -q "$base" "$settings" /NuGet.Config >/dev/null
  build config --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/share/dotnet --env DOTNET_ROOT=/usr/share/dotnet "$base"
  build commit -q "$base" mcr.microsoft.com/dotnet/sdk:10.0 >/dev/null
  build tag mcr.microsoft.com/dotnet/sdk:10.0 mcr.microsoft.com/dotnet/aspnet:10.0
  build rm "$base" >/dev/null
  rm -rf "$work/root"
fi

began=$SECONDS
# In a group of its own, because the compiler leaves a server behind that an engine would end.
setsid "${buildah[@]}" bud --isolation chroot --pull-never -t knowledge-base . >"$work/build.log" 2>&1 &
group=$!
wait "$group" || { tail -30 "$work/build.log" >&2; exit 1; }
kill -- -"$group" 2>/dev/null || true
echo "built in $((SECONDS - began)) s"
container=$(build from knowledge-base)
data=$(mktemp -d)
site=''
end() {
  [ -z "$site" ] || { kill -- -"$site" 2>/dev/null || true; wait "$site" 2>/dev/null || true; }
  build rm "$container" >/dev/null 2>&1 || true
  rm -rf "$data"
}
trap end EXIT
[ "$(build inspect --type image --format '{{.OCIv1.Config.User}}' knowledge-base)" = 10001:10001 ] || { echo "The image runs as another user." >&2; exit 1; }

chown 10001:10001 "$data"
log="$work/site.log"
# Beside the image's own volumes, over which buildah mounts empty ones.
setsid "${buildah[@]}" run --isolation chroot --user 10001:10001 --volume "$PWD/content:/mnt/content:ro" --volume "$data:/mnt/data" \
  --env KnowledgeBase__ContentPath=/mnt/content --env KnowledgeBase__DataPath=/mnt/data --env KnowledgeBase__Editing__Enabled=false --env "ASPNETCORE_URLS=http://127.0.0.1:$port" \
  "$container" -- /app/KnowledgeBase.Web >"$log" 2>&1 &
site=$!
for _ in $(seq 1 240); do
  curl -fsS -o /dev/null "http://127.0.0.1:$port/health/ready" 2>/dev/null && break
  kill -0 "$site" 2>/dev/null || { echo "The site ended:" >&2; tail -20 "$log" >&2; exit 1; }
  sleep 0.5
done
curl -fsS "http://127.0.0.1:$port/health/ready" | head -c 160; echo
for path in /ja /en /ja/codes/0xC004F213 "/api/search?q=KMS&lang=ja" /sitemap.xml; do
  curl -fsS -o /dev/null -w "%{http_code} $path\n" "http://127.0.0.1:$port$path"
done
# Written by the site's own user, who may write nowhere else.
owner=$(stat -c %u "$data"/* | sort -u | tr '\n' ' ')
echo "runs as user $owner"
[ "$owner" = '10001 ' ]
