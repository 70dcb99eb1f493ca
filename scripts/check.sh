#!/usr/bin/env bash
# Everything that must hold before a change counts (docs/decisions/0011). Called by ./zl check, which has found JDK 25.
# The last line is "N passed, N failed" (and ", N skipped"); 0 is answered only when nothing failed and something passed.
set -uo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
log="$root/app/target/check.log"
mkdir -p "$root/app/target"
# The browser is Debian's; none is fetched.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

say() { printf '%s\n' "$*"; }

# The folders of our modules: below the root, as far down as each has a pom.xml.
modules() {
  local pom
  for pom in "$1"/*/pom.xml; do
    [ -f "$pom" ] || continue
    printf '%s\n' "$(dirname "$pom")"
    modules "$(dirname "$pom")"
  done
}

reports() { modules "$root" | while IFS= read -r module; do find "$module/target/surefire-reports" -name 'TEST-*.xml' 2> /dev/null; done; }

# A report of an earlier run would be counted again.
reports | while IFS= read -r old; do rm -f "$old"; done

# What a person wants to see of Maven: which module, which test class, what is wrong.
digest() {
  awk '
    /^\[INFO\] Building [^:]+ [0-9][^ ]* *\[[0-9]+\/[0-9]+\]/ { print "== " $3; fflush(); next }
    /Tests run:.* -- in / {
      name = $0; sub(/.* -- in /, "", name); sub(/org\.zhengling\./, "", name)
      line = $0; sub(/^\[[A-Z]+\] */, "", line); sub(/ -- in .*/, "", line); sub(/, Time elapsed/, ",", line)
      printf "   %-70s %s\n", name, line; fflush(); next
    }
    /^\[WARNING\].*\.java:/ { print "   " $0; fflush() }
    /^\[ERROR\]/ && !/^\[ERROR\] *$/ && !/-> \[Help|re-run Maven|Re-run Maven|For more information|http:\/\/cwiki|mvn <args>|After correcting/ { print "   " $0; fflush() }
  '
}

begun="$(mktemp "$root/app/target/begun.XXXXXX")"
# Format and tests in one run. Failing tests do not stop it: all of them are counted.
mvn -B -ntp -f "$root/pom.xml" -Dstyle.color=never -Dmaven.test.failure.ignore=true spotless:check verify "$@" 2>&1 | tee "$log" | digest
status=${PIPESTATUS[0]}

if [ "$status" -ne 0 ]; then
  rm -f "$begun"
  say ""
  if grep -q 'spotless.*:check.*format violations\|Run .mvn spotless:apply' "$log"; then
    say "格式不对，没有往下检查。请运行 mvn spotless:apply，看过改动后再检查一次。"
    say "The format is off. Run mvn spotless:apply with JDK 21 or later, look at the change, check again."
  elif grep -q 'COMPILATION ERROR' "$log"; then
    say "编译没有通过（警告按错误处理）。请改正上面 [ERROR] 各行，再检查一次。"
    say "It does not compile (warnings are errors). Mend the [ERROR] lines above, then check again."
  else
    say "构建没有做完。请看上面的 [ERROR] 行；缺依赖时确认网络能访问 Maven Central。"
    say "The build did not finish. See the [ERROR] lines above; libraries come from Maven Central."
  fi
  say "完整记录 / full log: ${log#"$root"/}"
  say "0 passed, 1 failed"
  exit 1
fi
# What was built just now need not be built again.
mv "$begun" "$root/app/target/built.stamp"

# One <testsuite> a report. A test that throws counts as failed.
read -r passed failed skipped < <(
  reports | while IFS= read -r report; do grep -m 1 -A 3 '<testsuite ' "$report" | tr '\n' ' '; echo; done | awk '
    function number(key,  text) {
      if (!match($0, " " key "=\"[0-9]+\"")) return 0
      text = substr($0, RSTART, RLENGTH); gsub(/[^0-9]/, "", text); return text + 0
    }
    /<testsuite / {
      bad = number("failures") + number("errors")
      failed += bad; skipped += number("skipped"); passed += number("tests") - bad - number("skipped")
    }
    END { print passed + 0, failed + 0, skipped + 0 }'
)

say ""
if [ "$failed" -gt 0 ]; then
  say "没有通过的测试："
  reports | while IFS= read -r report; do
    grep -lE '<(failure|error)[ >]' "$report" > /dev/null && say "   $(basename "$report" .xml | sed 's/^TEST-//')"
  done
  say "完整记录 / full log: ${log#"$root"/}"
fi
if [ "$passed" -eq 0 ] && [ "$failed" -eq 0 ]; then
  say "没有运行任何测试。No test ran."
  failed=1
fi
line="$passed passed, $failed failed"
if [ "$skipped" -gt 0 ]; then line="$line, $skipped skipped"; fi
say "$line"
[ "$failed" -eq 0 ]
