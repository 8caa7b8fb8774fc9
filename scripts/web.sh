# Sourced by the launchers: the front end. Needs machine.sh, and to be at the repository's root.
# shellcheck shell=bash

install_web() {
    if ! cmp -s web/package-lock.json web/node_modules/.installed; then
        quietly target/web-install.log npm --prefix web ci --ignore-scripts --no-audit --no-fund
        cp web/package-lock.json web/node_modules/.installed
    fi
}

# Lays the front end out in web/dist, from where Maven takes it.
build_web() {
    mkdir -p target
    install_web
    quietly target/web-build.log npm --prefix web run build
}

check_web() {
    quietly target/web-check.log npm --prefix web run check
}
