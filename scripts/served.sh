# Sourced by the launchers: what is built, and building it. Needs machine.sh, and to be at the repository's root.
# shellcheck shell=bash

# shellcheck source=scripts/web.sh
. scripts/web.sh

# What the caller's environment says wins over .env.
load_env() {
    [[ -f .env ]] || return 0
    local line name
    while IFS= read -r line || [[ -n "$line" ]]; do
        [[ "$line" =~ ^[A-Z_][A-Z0-9_]*= ]] || continue
        name=${line%%=*}
        [[ -n "${!name+set}" ]] || export "$name=${line#*=}"
    done <.env
}

sources() {
    find pom.xml .mvn src/main web -path '*/node_modules' -prune -o -path web/dist -prune -o -path web/test-results -prune -o \
        -path web/src/api/schema.ts -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16
}

# Each build is laid out under its own name, so a server still running keeps its files.
build() {
    local into=$1
    say "Building; the first time takes a few minutes"
    build_web
    quiet_maven target/build.log -DskipTests package
    rm -rf "$into.part"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar target/plataforma-e.jar extract --destination "$into.part" >>target/build.log
    mv "$into.part" "$into"
}

# Sets served to the directory of a build of what the sources are now.
serve_current() {
    install_missing
    mkdir -p target/served
    exec 9>target/served/lock
    flock 9
    served=target/served/$(sources)
    [[ -d "$served" ]] || build "$served"
    exec 9>&-
}

# Sets served to the newest build there is; builds only where there is none.
serve_newest() {
    local jar newest=''
    for jar in target/served/*/plataforma-e.jar; do
        [[ -f "$jar" && "$jar" != *.part/* ]] || continue
        [[ -z "$newest" || "$jar" -nt "$newest" ]] && newest=$jar
    done
    if [[ -n "$newest" ]]; then
        served=${newest%/*}
    else
        serve_current
    fi
}
