# Sourced by the launchers: finds the JDK and what else the platform needs on this machine.
# shellcheck shell=bash

# Names of files are not ASCII everywhere, and Java reads them by the locale.
export LC_ALL=C.UTF-8

say() { printf '%s\n' "$*" >&2; }

is_jdk_25() {
    [[ -x "$1/bin/javac" && -r "$1/release" ]] && grep -q '^JAVA_VERSION="25' "$1/release"
}

# Exports JAVA_HOME, or ends with the way to get a JDK: Debian bookworm has no package of 25.
find_jdk() {
    local candidate on_path=''
    if command -v java >/dev/null; then
        on_path=$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")
    fi
    for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/*25*; do
        if [[ -n "$candidate" ]] && is_jdk_25 "$candidate"; then
            export JAVA_HOME="$candidate"
            return
        fi
    done
    say "JDK 25 is missing. Install it from https://adoptium.net/installation/linux/ (package temurin-25-jdk), or set JAVA_HOME to one."
    exit 1
}

missing_packages() {
    local pair
    for pair in git:git mvn:maven bwrap:bubblewrap socat:socat node:nodejs npm:npm python3:python3 flake8:flake8; do
        command -v "${pair%%:*}" >/dev/null || printf '%s\n' "${pair##*:}"
    done
    # the box sees Debian's Python only, whatever other one is on the path here
    /usr/bin/python3 -c 'import pytest' 2>/dev/null || printf 'python3-pytest\n'
}

install_missing() {
    local -a missing
    mapfile -t missing < <(missing_packages)
    install_packages "${missing[@]}"
}

# Only the long tests drive a browser.
install_browser() {
    command -v chromium >/dev/null || install_packages chromium
}

# Installs these as root on Debian; otherwise ends with the one line that does.
install_packages() {
    local -a missing=("$@")
    ((${#missing[@]})) || return 0
    local line="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    if ((EUID != 0)) || ! command -v apt-get >/dev/null; then
        say "Missing: ${missing[*]}. Install with: sudo sh -c '$line'"
        exit 1
    fi
    say "Installing ${missing[*]}"
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# Runs a command with its words kept in a file, shown only when it fails.
quietly() {
    local log=$1
    shift
    if ! "$@" >"$log" 2>&1; then
        tail -n 80 "$log" >&2
        say "$1 failed; all it said is in $log"
        return 1
    fi
}

quiet_maven() {
    local log=$1
    shift
    # The build's own schema is derived; one left by older migrations would be refused.
    rm -f target/schema.db*
    quietly "$log" mvn -q -B "$@"
}
