# Sourced by the launchers: the front end. Needs machine.sh, and to be at the repository's root.
# shellcheck shell=bash

# Runs npm in web with its words kept in a file, shown only when it fails.
quiet_npm() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    if ! npm --prefix web "$@" >>"$log" 2>&1; then
        tail -n 80 "$log" >&2
        say "npm failed; all it said is in $log"
        return 1
    fi
}

install_web() {
    if ! cmp -s web/package-lock.json web/node_modules/.installed; then
        quiet_npm target/web.log ci --ignore-scripts --no-audit --no-fund
        cp web/package-lock.json web/node_modules/.installed
    fi
}

# Lays the front end out in web/dist, from where Maven takes it.
build_web() {
    install_web
    quiet_npm target/web.log run build
}
