# shellcheck shell=bash
# What every script of this folder stands on; source it from the project's root.

fail() {
    echo "${0##*/}: $*" >&2
    exit 1
}

say() {
    echo "== $*" >&2
}

need() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null || fail "needs $tool; install it first"
    done
}

# The version as Maven knows it.
version() {
    sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml | head -n 1
}

# Seconds since 1970 of project.build.outputTimestamp: every file of a package is as old as that.
epoch() {
    date -u -d "$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)</project.build.outputTimestamp>|\1|p' pom.xml)" +%s
}

# release_key FOLDER OPEN.pem: the program in FOLDER takes updates signed with the other half of this key; without one it takes none.
release_key() {
    if [ -z "$2" ]; then
        say 'no release key: this package cannot be updated from a stick'
        return
    fi
    grep -q '^-----BEGIN PUBLIC KEY-----' "$2" 2>/dev/null || fail "$2 is no open key in PEM"
    install -m 644 "$2" "$1/lib/release.pem"
}

# A Temurin JDK 25: its libraries run on glibc 2.17, those of a distribution's JDK only on that distribution.
jdk() {
    local found
    for found in "${JAVA25_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/temurin-25-jdk-*; do
        if [ -n "$found" ] && [ -x "$found/bin/jlink" ] &&
            grep -q '^IMPLEMENTOR="Eclipse Adoptium"' "$found/release" && grep -q '^JAVA_VERSION="25' "$found/release"; then
            echo "$found"
            return
        fi
    done
    fail 'no Temurin JDK 25 found; name its folder in JAVA25_HOME'
}
