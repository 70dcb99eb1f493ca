#!/usr/bin/env bash
# Builds and runs the measurements of bench/. Called by ./zl bench, which has found JDK 25. Only bench and what it measures are built.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
target="$root/bench/target"
stamp="$target/built.stamp"

say() { printf '%s\n' "$*" >&2; }

newer() { find "$root/pom.xml" "$root"/engine "$root"/formats "$root"/platform "$root"/testkit "$root"/bench \
  \( -name target -o -path '*/src/test' \) -prune -o -type f -newer "$stamp" -print | head -n 1; }

if [ ! -f "$stamp" ] || [ -n "$(newer)" ]; then
  say "正在构建测量程序…"
  mkdir -p "$target"
  begun="$(mktemp "$target/begun.XXXXXX")"
  if ! mvn -B -ntp -q -f "$root/pom.xml" -pl bench -am -DskipTests package > "$target/build.log" 2>&1; then
    grep -E 'ERROR' "$target/build.log" | head -n 20 >&2 || true
    say "构建没有成功。完整记录：${target#"$root"/}/build.log"
    rm -f "$begun"
    exit 3
  fi
  mv "$begun" "$stamp"
fi

# The heap of one JVM for all sizes is named, so that figures of two machines can be compared.
exec "$JAVA_HOME/bin/java" -Dzl.root="$root" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
  --enable-native-access=ALL-UNNAMED -Xmx"${ZL_BENCH_HEAP:-4g}" -cp "$target/classes:$target/lib/*" org.zhengling.bench.Measurements "$@"
