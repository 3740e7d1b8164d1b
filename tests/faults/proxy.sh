#!/usr/bin/env bash
# Runs the site behind nginx with docs/deploy/nginx.conf as it stands (but for ports and a certificate made here) and looks at what a
# visitor gets: pages, compression, conditions, the address that is counted, a circuit's socket, a foreign host.
#   bash tests/faults/proxy.sh [--app DIR] [--port 5635]
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/load/prepare.sh
need /usr/sbin/nginx nginx-light
need python3 python3
need openssl openssl
need curl curl
install_needs
find_app "$@"
port=5635
for ((i = 1; i <= $#; i++)); do if [ "${!i}" = --port ]; then j=$((i + 1)); port="${!j}"; fi; done
home=$(mktemp -d)
site='' proxy=''
end() {
  for process in $proxy $site; do kill "$process" 2>/dev/null || true; wait "$process" 2>/dev/null || true; done
  rm -rf "$home"
}
trap end EXIT

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=kb.example -addext subjectAltName=DNS:kb.example -keyout "$home/key" -out "$home/crt" 2>/dev/null
sed -e "s#listen 443 ssl#listen 127.0.0.1:$((port + 1)) ssl#" -e "s#127.0.0.1:5080#127.0.0.1:$port#" -e "s#/etc/ssl/kb.example.crt#$home/crt#" -e "s#/etc/ssl/kb.example.key#$home/key#" docs/deploy/nginx.conf >"$home/site.conf"
cat >"$home/nginx.conf" <<CONF
$([ "$(id -u)" != 0 ] || echo 'user root;')
daemon off; pid $home/pid; error_log $home/error.log;
events { worker_connections 1024; }
http {
  access_log off; client_body_temp_path $home/b; proxy_temp_path $home/p; fastcgi_temp_path $home/f; uwsgi_temp_path $home/u; scgi_temp_path $home/s;
  include $home/site.conf;
}
CONF
/usr/sbin/nginx -t -q -p "$home" -c "$home/nginx.conf"
KnowledgeBase__ContentPath="$PWD/content" KnowledgeBase__DataPath="$home/data" KnowledgeBase__BaseUrl=https://kb.example KnowledgeBase__Editing__Enabled=false KnowledgeBase__RateLimits__VisitorPostsPerHour=3 \
  "$app/KnowledgeBase.Web" --urls "http://127.0.0.1:$port" >"$home/site.log" 2>&1 &
site=$!
/usr/sbin/nginx -p "$home" -c "$home/nginx.conf" &
proxy=$!
for _ in $(seq 1 240); do curl -fsS -o /dev/null "http://127.0.0.1:$port/health/ready" 2>/dev/null && break; sleep 0.5; done

wrong=0
get() { curl -sS --cacert "$home/crt" --resolve "kb.example:$((port + 1)):127.0.0.1" "$@"; }
base="https://kb.example:$((port + 1))"
is() { # name, expected, found
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3 instead of $2  WRONG"; wrong=1; fi
}
is 'a page' 200 "$(get -o /dev/null -w '%{http_code}' "$base/ja")"
is 'its packing' br "$(get -o /dev/null -H 'Accept-Encoding: br' -w '%header{content-encoding}' "$base/ja")"
tag=$(get -o /dev/null -w '%header{etag}' "$base/ja")
is 'asked for with its validator' 304 "$(get -o /dev/null -H "If-None-Match: $tag" -w '%{http_code}' "$base/ja")"
is 'HSTS' 'max-age=31536000; includeSubDomains' "$(get -o /dev/null -w '%header{strict-transport-security}' "$base/ja")"
is 'a cookie' '' "$(get -o /dev/null -w '%header{set-cookie}' "$base/ja")"
is 'the canonical address' 'https://kb.example/ja' "$(get "$base/ja" | grep -o 'rel="canonical" href="[^"]*"' | cut -d'"' -f4)"
is 'a foreign host' 400 "$(get -o /dev/null -H 'Host: evil.example' -w '%{http_code}' "$base/ja")"
is "a circuit's socket" 101 "$(get -o /dev/null --http1.1 --max-time 3 -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==' -H 'Origin: https://kb.example' -w '%{http_code}' "$base/_blazor" 2>/dev/null || true)"
is 'a socket of another origin' 403 "$(get -o /dev/null --http1.1 --max-time 3 -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==' -H 'Origin: https://evil.example' -w '%{http_code}' "$base/_blazor" 2>/dev/null || true)"
post() { get -o /dev/null -w '%{http_code}' -H 'Origin: https://kb.example' -H "X-Forwarded-For: 203.0.113.$1" --data 'code=0xC004F2FE' "$base/en/requests"; }
is 'posts, whatever address a visitor makes up' '303 303 303 429' "$(post 1) $(post 2) $(post 3) $(post 4)"
exit $wrong
