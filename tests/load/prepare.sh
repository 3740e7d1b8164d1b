# Sourced by the scripts that measure the published site, from the root of the checkout.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# need <command or file> <package>…: notes packages that are missing.
missing=()
need() { command -v "$1" >/dev/null 2>&1 || compgen -G "$1" >/dev/null || missing+=("${@:2}"); }

# Installs what was noted (Debian). Services that a package would start are kept from starting: the scripts use folders of their own.
install_needs() {
  [ ${#missing[@]} -gt 0 ] || return 0
  local sudo=''
  [ "$(id -u)" = 0 ] || sudo='sudo'
  echo "Installing with apt-get: ${missing[*]}" >&2
  $sudo apt-get update -qq && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# find_app "$@": sets app to the folder after --app, or publishes into artifacts/publish as README says.
find_app() {
  app=''
  local i j
  for ((i = 1; i <= $#; i++)); do if [ "${!i}" = --app ]; then j=$((i + 1)); app="${!j}"; fi; done
  [ -z "$app" ] || return 0
  app=artifacts/publish
  rm -rf "$app"
  dotnet publish src/KnowledgeBase.Web -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -v q -clp:NoSummary -o "$app" >&2
}
