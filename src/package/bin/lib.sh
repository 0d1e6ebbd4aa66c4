# Shared by the scripts beside it: the settings, a Java runtime, and where the database is.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

die() { echo "$*" >&2; exit 1; }

read_settings() { # NAME=value lines as systemd reads them: no quotes, nothing of it is run
  local file=${NARAHUBUNG_ENV:-/etc/narahubung/narahubung.env} line
  [ -r "$file" ] || die "There is no $file to read: copy $home/etc/narahubung.env there and fill it in, or name another in NARAHUBUNG_ENV."
  while IFS= read -r line || [ -n "$line" ]; do
    [[ $line =~ ^[A-Z_]+= ]] && [ -n "${line#*=}" ] && export "${line?}"
  done <"$file"
  return 0
}

need_java() { # the one in JAVA_HOME, on the path, or the newest installed; 21 or newer
  local candidate version
  for candidate in "${JAVA_HOME:-/none}" "$(dirname "$(dirname "$(readlink -f "$(command -v java || echo /none/bin/java)")")")" $(ls -d /usr/lib/jvm/* /opt/java/* 2>/dev/null | sort -rV); do
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release" 2>/dev/null || true)
    if [ -x "$candidate/bin/java" ] && [ "${version:-0}" -ge 21 ]; then java=$candidate/bin/java; return 0; fi
  done
  die "A Java runtime 21 or newer is needed (25 is best): install one, or name it in JAVA_HOME."
}

portal() { # runs the program in place of this shell
  read_settings
  need_java
  exec "$java" -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true -XX:MaxRAMPercentage=60 -jar "$home/narahubung.jar" "$@"
}

secret() { # NAME: its value, or the content of the file that NAME_FILE names
  local file="$1_FILE"
  if [ -n "${!file:-}" ]; then cat "${!file}"; else printf %s "${!1:-}"; fi
}

as_owner() { # tells PostgreSQL's own programs where the database is, as the login that owns the schema
  read_settings
  local address=${DATABASE_URL:?is not set} place
  place=${address#jdbc:}; place=${place#*://}; place=${place#*@}; place=${place%%\?*}
  PGDATABASE=${place#*/}
  place=${place%%/*}
  PGHOST=${place%:*} PGPORT=5432
  [[ $place == *:* ]] && PGPORT=${place##*:}
  PGUSER=${MIGRATE_USER:?is not set} PGPASSWORD=$(secret MIGRATE_PASSWORD)
  export PGDATABASE PGHOST PGPORT PGUSER PGPASSWORD
}
