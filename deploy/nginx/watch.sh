#!/bin/sh
# Runs beside nginx. Reads every few seconds what nginx logged for it, and tells nginx what to do without a reload: by
# files that nginx's configuration looks for (hold, after-restart, outage) and by where `lifetime` points.
#   watch.sh STATE LEDGER MASTER SECONDS -v NAME=VALUE…     the values are those that watch.awk needs
set -uf
umask 027
LC_ALL=C
state=$1 ledger=$2 master=$3 every=$4
shift 4
here=${0%/*}
folder=$state/watch
. "$here/checks.sh"
# Longer ones are cut to the lines that matter: the last hour's, of at most 1,000 requests.
MAX_LEDGER_BYTES=1000000
MAX_LOG_BYTES=4000000

size_of() { wc -c <"$1" 2>/dev/null || echo 0; }

# Prints what came to a log since the last look. A log that grew long starts anew.
news_of() {
  read -r from <"$folder/$1.read" 2>/dev/null || from=0
  to=$(size_of "$state/$1.log")
  [ "$from" -le "$to" ] || from=0
  tail -c +$((from + 1)) "$state/$1.log" 2>/dev/null | head -c $((to - from))
  if [ "$to" -gt "$MAX_LOG_BYTES" ]; then
    : >"$state/$1.log"
    to=0
  fi
  printf '%s\n' "$to" >"$folder/$1.read"
}

obey() {
  case $1 in
    lifetime)
      mkdir -p "$state/lifetime-$2"
      # In one step: there is no moment without it.
      ln -s "lifetime-$2" "$state/lifetime.new" && mv -fT "$state/lifetime.new" "$state/lifetime"
      [ "$kept" = "$2" ] || rmdir "$state/lifetime-$kept" 2>/dev/null
      kept=$2 ;;
    *) if [ "$2" = 1 ]; then : >"$state/$1"; else rm -f "$state/$1"; fi ;;
  esac
}

# Without room nginx closes connections: it must know before it tries to keep an answer.
check_disk() {
  if printf '%65536s' '' 2>/dev/null >"$folder/probe"; then : >"$state/writable"; else rm -f "$state/writable"; fi
  rm -f "$folder/probe"
}

# Writes a sentence to the gateway's log. Opens it for that moment only: held open, it would keep the log's other side waiting.
report() {
  to=$LOG
  [ "$to" != /dev/stdout ] || to=/proc/$master/fd/1
  printf 'envboard: %s\n' "$1" >>"$to"
}

# A changed file of boards is served at once, and the page tells its users what is wrong with it. Where an allow-list comes
# from it, nginx reads the list anew; a file that cannot be read leaves the list as it is, and the log says why.
follow_boards() {
  [ -n "${BOARDS:-}" ] && [ -r "$BOARDS" ] && [ "$(size_of "$BOARDS")" -le 1000000 ] || return 0
  cmp -s "$BOARDS" "$state/boards/boards.json" && return 0
  cat "$BOARDS" >"$folder/boards" && chmod 0644 "$folder/boards" && mv -f "$folder/boards" "$state/boards/boards.json"
  pinned=$(awk -v reads_pins="${BOARDS_FROM:-}" -f "$here/boards.awk" "$state/boards/boards.json") || {
    report "BOARDS_FILE: $pinned${BOARDS_FROM:+ The allow-list stays as it was.}"
    return 0
  }
  [ -n "${BOARDS_FROM:-}" ] || return 0
  own=$(cat "$state/own-lists")
  added=$(printf '%s\n' "$pinned" | listed_from "$BOARDS_FROM" "$own")
  [ -n "$own$added" ] || return 0
  printf 'default 0;\n%s\n%s\n' "$own" "$added" >"$folder/listed.conf"
  cmp -s "$folder/listed.conf" "$state/listed.conf" && return 0
  mv -f "$folder/listed.conf" "$state/listed.conf"
  kill -HUP "$master"
}

cut_ledger() {
  [ "$(size_of "$ledger")" -gt "$MAX_LEDGER_BYTES" ] || return 0
  tail -n 1100 "$ledger" >"$ledger.older" && : >"$ledger"
}

look() {
  touch "$folder/total" "$folder/seen" "$ledger.older"
  news_of asked >"$folder/asked"
  news_of answers >"$folder/answers"
  # nginx's own time, where it said one.
  now=$(tail -n 1 "$folder/answers" | cut -d ' ' -f 1)
  now=${now:-$(date +%s)}
  awk -v now="$now" -v kept="$kept" -v folder="$folder" "$@" -f "$here/ledger.awk" -f "$here/watch.awk" \
    kind=total "$folder/total" kind=seen "$folder/seen" kind=spent "$ledger.older" "$ledger" \
    kind=asked "$folder/asked" kind=answer "$folder/answers" >"$folder/orders" || return 0
  for file in total seen; do
    [ ! -f "$folder/$file.new" ] || mv -f "$folder/$file.new" "$folder/$file"
  done
  # The workers, which are another user when nginx is root, serve it.
  chmod 0644 "$folder/metrics.new" && mv -f "$folder/metrics.new" "$state/metrics"
  while read -r what value; do obey "$what" "$value"; done <"$folder/orders"
  cut_ledger
}

kept=$(readlink "$state/lifetime")
kept=${kept##*-}
while sleep "$every" && kill -0 "$master" 2>/dev/null; do
  # nginx writes its pid file once it runs, and takes it away when it ends; another nginx may have come.
  if read -r pid 2>/dev/null <"$state/nginx.pid"; then
    [ "$pid" = "$master" ] || exit 0
    check_disk
    follow_boards
    look "$@"
  fi
done
