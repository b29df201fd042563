#!/bin/sh
# sh sort-mawk.sh CALENDAR FILE ANSWER. Notes come last and what they run over onto further lines begins with no ticket's number:
# grep drops those lines, cut the notes. Where there is no mawk, the fastest of them, any awk will do.
set -e
export LC_ALL=C
grep -E '^T[0-9]+,20' "$2" | cut -d, -f1-7 | sort -t, -k1,1 -k2,2 -S 3G --parallel="$(getconf _NPROCESSORS_ONLN)" |
  "$(command -v mawk || command -v awk)" -v calendar="$1" -f "$(dirname "$0")/events.awk" | sort > "$3"
