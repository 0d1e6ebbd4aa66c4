# Shared by the scripts beside it: finds the tools, installs what is missing where that is possible.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

die() { echo "$*" >&2; exit 1; }

jdk_version() { # HOME: the feature version of a JDK, 0 where there is none
  [ -x "$1/bin/javac" ] || { echo 0; return; }
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  echo "${version:-0}"
}

find_jdk() { # sets JAVA_HOME to one of 21 or newer: the one named, the one on the PATH, the newest installed
  local found best='' newest=20 version
  if [ -n "${JAVA_HOME:-}" ] && [ "$(jdk_version "$JAVA_HOME")" -ge 21 ]; then return 0; fi
  if found=$(command -v javac) && found=$(readlink -f "$found") && found=${found%/bin/javac} &&
    [ "$(jdk_version "$found")" -ge 21 ]; then export JAVA_HOME=$found; return 0; fi
  for found in /usr/lib/jvm/* /opt/java/*; do
    version=$(jdk_version "$found")
    if [ "$version" -gt "$newest" ]; then best=$found newest=$version; fi
  done
  [ -n "$best" ] && export JAVA_HOME=$best
}

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

refresh_packages() { # once a run, and only when something is missing
  [ -n "${packages_fresh:-}" ] && return
  apt-get update -qq </dev/null >/dev/null 2>&1 || echo "The package lists could not be refreshed; trying with the old ones." >&2
  packages_fresh=yes
}

install_packages() {
  echo "Installing $* …" >&2
  DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1 apt-get install -y -qq --no-install-recommends \
    -o Dpkg::Options::=--force-confold "$@" </dev/null >/dev/null 2>&1 ||
    die "Installing $* failed: run 'apt-get install $*' and read what it says."
}

need_java() {
  local package
  if ! find_jdk; then
    may_install || die "A JDK 21 or newer is needed (25 is best): install one and set JAVA_HOME."
    refresh_packages
    for package in openjdk-25-jdk-headless openjdk-21-jdk-headless temurin-25-jdk; do
      if [ -n "$(apt-cache search --names-only "^$package\$")" ]; then install_packages "$package"; break; fi
    done
    find_jdk || die "No package here has a JDK 21 or newer: install one (Temurin 25, for example) and set JAVA_HOME."
  fi
  export PATH="$JAVA_HOME/bin:$PATH"
}

need_maven() {
  if ! command -v mvn >/dev/null; then
    may_install || die "Maven 3.8 or newer is needed: install it."
    refresh_packages
    install_packages maven
  fi
  # Tools of the build still use what JDK 24 and newer warn about.
  if [ "$(jdk_version "$JAVA_HOME")" -ge 24 ]; then
    MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}"
  fi
  export MAVEN_OPTS="${MAVEN_OPTS:-}"
}

build() { # mvn without questions and colours; it writes a reset sequence even so
  mvn -B -ntp -Dstyle.color=never "$@" </dev/null 2>&1 | sed -u $'s/\e\\[[0-9;]*m//g'
}

jar=target/narahubung.jar

need_portal() { # builds it, unless nothing changed since; and how to run it without advertisements
  local stamp=target/built
  if [ ! -e "$jar" ] || [ ! -e "$stamp" ] || [ -n "$(find src/main db templates static pom.xml -newer "$stamp" -print -quit 2>/dev/null)" ]; then
    need_maven
    echo "Building the portal (the first time this fetches its libraries and takes some minutes) …" >&2
    mkdir -p target && touch "$stamp.new"
    build -Dmaven.test.skip=true -Dspotless.check.skip=true package >target/build.log || { grep -E -A 3 '^\[(WARNING|ERROR)\]' target/build.log | head -n 40 >&2
      die "The build failed: see above, or target/build.log."; }
    mv "$stamp.new" "$stamp"
  fi
  portal_options=(-Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true)
}

need_browser() { # Chromium and its driver, for the journeys
  if command -v chromedriver >/dev/null && command -v chromium-headless-shell >/dev/null; then return; fi
  if ! may_install; then
    if command -v chromedriver >/dev/null && command -v chromium >/dev/null; then return; fi
    die "Chromium and chromedriver are needed for the tests: install both."
  fi
  refresh_packages
  # The shell without windows is quicker; not every system has it as a package. In one go, so that all are of one version.
  install_packages chromium chromium-driver $(apt-cache search --names-only '^chromium-headless-shell$' | cut -d ' ' -f 1) fonts-dejavu-core
}

need_installed_postgres() { # PostgreSQL 15 is the oldest served; its own cluster is neither made nor started
  if [ -x /usr/lib/postgresql/15/bin/initdb ] || ! may_install; then return; fi
  refresh_packages
  [ -n "$(apt-cache search --names-only '^postgresql-15$')" ] || return 0
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
  install_packages postgresql-15
}

need_proxy() { # nginx and what makes its certificate, for the test that installs the archive; the service is not started
  if command -v nginx >/dev/null && command -v openssl >/dev/null && command -v pg_dump >/dev/null; then return; fi
  may_install || die "nginx, openssl and PostgreSQL's client are needed for the tests: install them."
  refresh_packages
  local quiet=/usr/sbin/policy-rc.d
  if [ -e "$quiet" ]; then quiet=; else printf '#!/bin/sh\nexit 101\n' >"$quiet"; chmod +x "$quiet"; fi
  install_packages nginx-light openssl postgresql-client
  [ -z "$quiet" ] || rm "$quiet"
}

release() { # what an archive is called by: the tag of what was built, or its commit by day and id; outside a repository the pom's version
  git describe --tags --exact-match 2>/dev/null || git log -1 --abbrev=10 --format=%cd-%h --date=format:%Y.%m.%d 2>/dev/null ||
    sed -n 's/.*<version>\(.*\)<\/version>.*/\1/p' pom.xml | head -n 1
}

make_archive() { # from what was built: everything a server needs, without Maven and without the embedded PostgreSQL
  local name stage
  name=narahubung-$(release | sed 's/^v//; s/[^A-Za-z0-9.-]/-/g')
  stage=target/package/$name
  rm -rf target/package target/narahubung-*.tar.gz
  mkdir -p "$stage/lib"
  cp -r src/package/. "$stage"
  cp db/roles.sql "$jar" "$stage"
  find target/lib -name '*.jar' ! -name 'embedded-postgres-binaries-*' -exec cp -t "$stage/lib" {} +
  # The same sources give the same archive, whoever makes it.
  tar -C target/package --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -cf - "$name" | gzip -n >"target/$name.tar.gz"
  rm -rf target/package
  echo "target/$name.tar.gz"
}
