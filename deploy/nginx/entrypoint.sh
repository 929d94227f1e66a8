#!/bin/sh
# Checks the settings, writes nginx's configuration and the token into the run folder, and becomes nginx. A wrong setting
# ends it with one sentence and exit code 1. Needs POSIX sh, sed, awk and nginx; checks with `case`, because each program
# started costs time at every start.
set -euf
umask 077
LC_ALL=C
# The token leaves the environment first: no program started from here on inherits it.
given_token=${QOVERY_API_TOKEN:-}
origin_secret=${ORIGIN_SECRET:-}
unset QOVERY_API_TOKEN ORIGIN_SECRET
PATH=${PATH:-/usr/bin:/bin}:/usr/sbin:/sbin
# Lists are separated by commas, spaces or lines.
IFS=" ,$(printf '\t\r\n_')"
IFS=${IFS%_}

# --- What the settings say ---------------------------------------------------------------------------------------------

case $0 in */*) here=${0%/*} ;; *) here=. ;; esac
CDPATH='' cd -- "$here"
here=$PWD
. "$here/checks.sh"
page=${ENVBOARD_PAGE_DIR:-$here/../page}
run=${ENVBOARD_RUN_DIR:-/run/envboard}
state=$run/state

command -v nginx >/dev/null 2>&1 ||
  refuse 'nginx is not installed: apt-get install -y --no-install-recommends nginx'
{ is_path "$run" && [ "${#run}" -le 70 ]; } ||
  refuse 'ENVBOARD_RUN_DIR is not an absolute path of at most 70 plain characters (a socket in it has no room for more).'
ledger_folder=${ENVBOARD_LEDGER_DIR:-$run}
is_path "$ledger_folder" || refuse 'ENVBOARD_LEDGER_DIR is not an absolute path of plain characters.'
{ is_path "$here" && is_path "$page"; } || refuse 'ENVBOARD_PAGE_DIR is not an absolute path of plain characters.'
role=${GATEWAY_ROLE:-both}
case $role in both | edge | origin) ;; *) refuse 'GATEWAY_ROLE is not both, edge or origin.' ;; esac
[ "$role" = origin ] || [ -f "$page/index.html" ] || refuse "There is no index.html in ENVBOARD_PAGE_DIR ($page): build the page first."

port=${PORT:-8080}
is_number "$port" 1 65535 || refuse 'PORT is not a number from 1 to 65535.'
metrics_port=${METRICS_PORT:-}
[ -z "$metrics_port" ] || { is_number "$metrics_port" 1 65535 && [ "$metrics_port" != "$port" ]; } ||
  refuse 'METRICS_PORT is not a number from 1 to 65535, other than PORT.'
address=${LISTEN_ADDRESS:-}
[ -z "$address" ] || is_ipv4 "$address" || refuse 'LISTEN_ADDRESS is not an IPv4 address.'

if [ "$role" = both ]; then
  [ -z "$origin_secret${ORIGIN_SECRET_FILE:-}${ORIGIN_URL:-}" ] ||
    refuse 'ORIGIN_URL and ORIGIN_SECRET are for GATEWAY_ROLE edge or origin.'
else
  if [ -n "${ORIGIN_SECRET_FILE:-}" ]; then
    { [ -f "$ORIGIN_SECRET_FILE" ] && [ -r "$ORIGIN_SECRET_FILE" ]; } ||
      refuse 'ORIGIN_SECRET_FILE names no file that can be read.'
    origin_secret=$(cat "$ORIGIN_SECRET_FILE")
  fi
  case $origin_secret in *[!A-Za-z0-9._~+/=-]*) origin_secret= ;; esac
  [ "${#origin_secret}" -ge 20 ] || refuse \
    'ORIGIN_SECRET is not at least 20 letters, digits or ._~+/=- (openssl rand -hex 32 makes one for the origin and its edges).'
fi

url_scheme=http url_authority=inner
if [ "$role" = edge ]; then
  [ -z "$given_token${QOVERY_API_TOKEN_FILE:-}" ] ||
    refuse 'QOVERY_API_TOKEN is for the origin: an edge needs none, and must not hold it.'
  url=${ORIGIN_URL:-}
  url=${url%/}
  is_origin "$url" || refuse 'ORIGIN_URL is not the address of the origin, like http://envboard-origin:8080 (no path).'
  url_scheme=${url%%://*} url_authority=${url#*://} url_base= url_host=$host
else
  if [ -n "${QOVERY_API_TOKEN_FILE:-}" ]; then
    [ -z "$given_token" ] || refuse 'Both QOVERY_API_TOKEN and QOVERY_API_TOKEN_FILE are set: keep one.'
    { [ -f "$QOVERY_API_TOKEN_FILE" ] && [ -r "$QOVERY_API_TOKEN_FILE" ]; } ||
      refuse 'QOVERY_API_TOKEN_FILE names no file that can be read.'
    given_token=$(cat "$QOVERY_API_TOKEN_FILE")
  fi
  token=${given_token#"${given_token%%[![:space:]]*}"}
  token=${token%"${token##*[![:space:]]}"}
  scheme=Token
  case $token in
    '' | [Tt]oken | [Bb]earer)
      refuse 'QOVERY_API_TOKEN is empty: set it, or QOVERY_API_TOKEN_FILE, to a Qovery API token.' ;;
    [Tt]oken\ *) token=${token#* } ;;
    [Bb]earer\ *) token=${token#* } scheme=Bearer ;;
    eyJ*.*.*) scheme=Bearer ;;
  esac
  case $token in '' | *[!A-Za-z0-9._~+/=-]*)
    refuse 'QOVERY_API_TOKEN holds characters that a token cannot have: copy it again.' ;;
  esac

  url=${QOVERY_API_URL:-https://api.qovery.com}
  url=${url%/}
  url_scheme=${url%%://*}
  url_authority=${url#*://}
  url_authority=${url_authority%%/*}
  url_base=${url#"$url_scheme://$url_authority"}
  is_origin "$url_scheme://$url_authority" ||
    refuse 'QOVERY_API_URL is not an http or https address (a host, a port, a path; no user, no query).'
  url_host=$host
  case $url_base in *[!A-Za-z0-9._~/-]* | *//* | */..*)
    refuse 'QOVERY_API_URL has a path that is not plain.' ;;
  esac
  if [ "$url_scheme" = http ]; then
    case $url_host in
      *[Qq][Oo][Vv][Ee][Rr][Yy].[Cc][Oo][Mm] | *[Qq][Oo][Vv][Ee][Rr][Yy].[Cc][Oo][Mm].)
        refuse 'QOVERY_API_URL must start with https://, or the token crosses the network unencrypted.' ;;
    esac
    # A name may begin with 127. and be any host.
    [ "$url_host" = localhost ] || { is_ipv4 "$url_host" && [ "${url_host%%.*}" = 127 ]; } ||
      warn 'QOVERY_API_URL is http: the token crosses the network unencrypted.'
  fi
fi

budget=${QOVERY_REQUESTS_PER_HOUR:-900}
is_number "$budget" 100 1000 || refuse 'QOVERY_REQUESTS_PER_HOUR is not a number from 100 to 1000.'

fixed=${QOVERY_STATUS_SECONDS:-0}
[ "$fixed" = 0 ] || is_number "$fixed" 5 3600 || refuse 'QOVERY_STATUS_SECONDS is not a number from 5 to 3600.'
every=${ENVBOARD_WATCH_SECONDS:-5}
is_number "$every" 1 60 || refuse 'ENVBOARD_WATCH_SECONDS is not a number from 1 to 60.'
data=
case ${ENVBOARD_DATA:-} in
  '') ;;
  demo) data=',"data":"demo"' ;;
  *) refuse 'ENVBOARD_DATA is not demo (for an API that answers with a simulated account).' ;;
esac

boards=${BOARDS_FILE:-}
pinned=
if [ -n "$boards" ]; then
  { is_path "$boards" && [ -f "$boards" ] && [ -r "$boards" ]; } || refuse 'BOARDS_FILE names no file that can be read.'
  [ "$(wc -c <"$boards")" -le 1000000 ] || refuse 'BOARDS_FILE is larger than 1 MB.'
fi
# `from-boards` stands for what the boards of BOARDS_FILE pin. Each kind that it stands for is in `from`.
from=
projects=${QOVERY_PROJECTS:-}
environments=${QOVERY_ENVIRONMENTS:-}
if [ "$projects" = from-boards ]; then from=project projects=; fi
if [ "$environments" = from-boards ]; then from="$from environment" environments=; fi
if [ -n "$from" ]; then
  [ -n "$boards" ] || refuse 'QOVERY_PROJECTS and QOVERY_ENVIRONMENTS can be from-boards only where BOARDS_FILE is set.'
fi
if [ -n "$boards" ]; then
  pinned=$(awk -v reads_pins="$from" -f "$here/boards.awk" "$boards") || refuse "BOARDS_FILE: $pinned"
fi

# Sets `listed` to one line of nginx's map for each id.
list() {
  listed=
  [ -n "$3" ] || return 0
  for one in $(printf '%s' "$3" | tr 'A-F' 'a-f'); do
    [ -n "$one" ] || continue
    is_id "$one" || refuse "$1 holds something that is not the id of $2."
    # nginx starts with no name twice in a map.
    case $listed in *"$one"*) continue ;; esac
    listed="$listed${2#* }/$one 1;
"
  done
  [ -n "$listed" ] || refuse "$1 names nothing: unset it, or list the ids."
}
list QOVERY_PROJECTS 'a project' "$projects"
lists=$listed
list QOVERY_ENVIRONMENTS 'an environment' "$environments"
lists=$lists$listed
own_lists=$lists
if [ -n "$from" ]; then
  lists=$lists$(printf '%s\n' "$pinned" | listed_from "$from" "$lists")
  [ -n "$lists" ] || refuse "BOARDS_FILE: its boards pin no $from."
  lists="$lists
"
fi

ancestors=
for one in ${EMBED_ORIGINS:-}; do
  [ -n "$one" ] || continue
  is_origin "$one" ||
    refuse 'EMBED_ORIGINS holds something that is not an origin like https://wiki.example.com (no path, no wildcard).'
  ancestors="$ancestors $one"
done

proxies=
for one in ${TRUSTED_PROXIES:-}; do
  [ -n "$one" ] || continue
  case $one in */*) bits=${one#*/} ;; *) bits=1 ;; esac
  case $one in *:*) most=128 ;; *) most=32 ;; esac
  { is_address "${one%%/*}" && { [ "$bits" = 0 ] || is_number "$bits" 1 "$most"; }; } ||
    refuse 'TRUSTED_PROXIES holds something that is not an address or a range like 10.0.0.0/8.'
  proxies="${proxies}set_real_ip_from $one;
"
done

# An address cannot be pointed elsewhere, as a name can.
hosts='localhost 0;
"~^[0-9.]+$" 0;
"~^\[" 0;
'
if [ -n "${BOARD_HOSTS:-}" ]; then
  hosts=
  case $address in 127.*) hosts='localhost 0;
127.0.0.1 0;
' ;; esac
  for one in $BOARD_HOSTS; do
    [ -n "$one" ] || continue
    is_origin "http://$one" && [ "$host" = "$one" ] ||
      refuse 'BOARD_HOSTS holds something that is not the name of a host like board.example.com (no scheme, no port).'
    # nginx reads a request's host without the dot at its end.
    one=$(printf %s "${one%.}" | tr 'A-Z' 'a-z')
    # Words of nginx's map, which it reads as values after a backslash.
    case $one in default | hostnames | include | volatile) one="\\$one" ;; esac
    case "
$hosts" in *"
$one 0;"*) continue ;; esac
    hosts="$hosts$one 0;
"
  done
fi
hosts="default 1;
$hosts"
[ "$role" != origin ] || hosts='default 0;'

sign_on=${OAUTH2_PROXY_URL:-}
sign_on=${sign_on%/}
sign_on_host=
passwords=${BASIC_AUTH_FILE:-}
[ -z "$sign_on" ] || [ -z "$passwords" ] || refuse 'Both OAUTH2_PROXY_URL and BASIC_AUTH_FILE are set: keep one.'
if [ -n "$sign_on" ]; then
  is_origin "$sign_on" || refuse 'OAUTH2_PROXY_URL is not an address like http://oauth2-proxy:4180 (no path).'
  sign_on_host=$host
fi
if [ -n "$passwords" ]; then
  { [ -f "$passwords" ] && [ -r "$passwords" ]; } || refuse 'BASIC_AUTH_FILE names no file that can be read.'
  readers=0
  # shellcheck disable=SC2016 # dollars as they stand in the file
  while IFS= read -r line || [ -n "$line" ]; do
    # {PLAIN} would keep passwords in the clear; a form unknown to nginx would lock its reader out without a word.
    case $line in
      '' | '#'*) continue ;;
      :* | *[!\ -~]*) readers=-1 && break ;;
      *':$2'[aby]'$'0[4-8]'$'?*) readers=$((readers + 1)) ;;
      # nginx checks a password at every request, and answers nothing else meanwhile.
      *':$2'[aby]'$'?* | *'$rounds='[0-9][0-9][0-9][0-9][0-9]*) refuse \
        'BASIC_AUTH_FILE holds a hash that takes too long to check: use bcrypt of cost 4 to 8 (htpasswd -B), or openssl passwd -apr1.' ;;
      *':$apr1$'?* | *':$1$'?* | *':$5$'?* | *':$6$'?* | *':{SSHA}'?*) readers=$((readers + 1)) ;;
      *) readers=-1 && break ;;
    esac
  done <"$passwords"
  [ "$readers" -gt 0 ] ||
    refuse 'BASIC_AUTH_FILE is not an htpasswd file of hashed passwords (openssl passwd -apr1 makes one).'
fi
[ "$role" != origin ] || [ -z "$sign_on$passwords" ] ||
  refuse 'OAUTH2_PROXY_URL and BASIC_AUTH_FILE are for the edges: nothing but an edge may ask an origin.'
[ -n "$sign_on$passwords" ] || [ "$role" = origin ] || warn \
  "anyone who reaches port $port sees the board: set OAUTH2_PROXY_URL or BASIC_AUTH_FILE, or keep it inside a trusted network."

# --- What the machine offers -------------------------------------------------------------------------------------------

resolver=${RESOLVER:-}
if [ -z "$resolver" ] && [ -r /etc/resolv.conf ]; then
  while IFS=' ' read -r word one _; do
    if [ "$word" = nameserver ] && is_address "$one"; then resolver="$resolver $one"; fi
  done </etc/resolv.conf
fi
resolvers=
for one in $resolver; do
  [ -n "$one" ] || continue
  is_address "$one" || refuse 'RESOLVER is not the address of a name server.'
  case $one in *:*) one="[$one]" ;; esac
  resolvers="$resolvers $one"
done
for one in "$url_host" $sign_on_host; do
  [ "$one" = localhost ] || is_ipv4 "$one" || [ -n "$resolvers" ] ||
    refuse "/etc/resolv.conf names no name server, so $one cannot be found: set RESOLVER."
done
# nginx's resolver does not read /etc/hosts.
url_target=$url_authority
[ "$url_host" != localhost ] || url_target=127.0.0.1${url_authority#localhost}
[ "$sign_on_host" != localhost ] || sign_on=${sign_on%%://*}://127.0.0.1${sign_on#*://localhost}

bundle=
case "$url_scheme $sign_on" in *https*)
  if [ -n "${SSL_CERT_FILE:-}" ]; then
    { is_path "$SSL_CERT_FILE" && [ -r "$SSL_CERT_FILE" ]; } || refuse 'SSL_CERT_FILE names no file that can be read.'
    bundle=$SSL_CERT_FILE
  else
    for one in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/cert.pem; do
      if [ -r "$one" ]; then bundle=$one && break; fi
    done
    [ -n "$bundle" ] || refuse 'There are no certificates to check Qovery with: install ca-certificates, or set SSL_CERT_FILE.'
  fi ;;
esac

worker=
if [ "$(id -u)" = 0 ]; then
  for one in nginx www-data nobody; do
    if group=$(id -gn "$one" 2>/dev/null); then worker=$one && break; fi
  done
  [ -n "$worker" ] || refuse 'There is no user nginx, www-data or nobody for the workers: start as another user than root.'
fi

# --- What nginx reads --------------------------------------------------------------------------------------------------

if [ -r "$state/nginx.pid" ]; then
  read -r pid <"$state/nginx.pid" || pid=
  name= status=
  # A killed process keeps its entry, with the status Z, until its parent asks for it.
  if [ -n "$pid" ] && [ "$pid" != $$ ] && [ -r "/proc/$pid/stat" ]; then read -r _ name status _ <"/proc/$pid/stat" || name=; fi
  [ "$name" != '(nginx)' ] || [ "$status" = Z ] || refuse "Another gateway runs in $run: stop it, or set ENVBOARD_RUN_DIR."
fi
# Workers of a killed gateway go on for ever: they must not lose their folder.
local_address=$(printf %s "$address" | awk -F. 'NF { printf "%02X%02X%02X%02X", $4, $3, $2, $1 }')
is_taken() {
  awk -v port="$(printf :%04X "$1")" -v address="$local_address" '
    $4 == "0A" && substr($2, length($2) - 4) == port {
      if (address == "" || $2 == address port || $2 ~ /^0+:/) found = 1
    }
    END { exit !found }' /proc/net/tcp /proc/net/tcp6 2>/dev/null
}
! is_taken "$port" || refuse "Port $port is taken, perhaps by what a killed gateway left: stop it, or set PORT."
[ -z "$metrics_port" ] || ! is_taken "$metrics_port" ||
  refuse "Port $metrics_port is taken: stop the program that uses it, or set METRICS_PORT."
random() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }
# From scratch: a socket left by a crash, or an answer kept under another token, must not live on. Under the same token
# the answers do, with the age that they have.
asked_as=$(printf '%s' "$url_scheme $url_authority ${token:-$origin_secret}" | sha256sum 2>/dev/null || random)
rm -rf "$run/kept"
if [ -d "$state/cache" ] && [ "$(cat "$state/asked-as" 2>/dev/null)" = "$asked_as" ]; then
  mv "$state/cache" "$run/kept" 2>/dev/null || true
fi
{ { [ -d "$run" ] || mkdir -p "$run"; } && rm -rf "$state" && mkdir "$state" "$state/tmp"; } 2>/dev/null ||
  refuse "ENVBOARD_RUN_DIR ($run) cannot be written to: set it to a folder that this user may write to."

if [ -d "$run/kept" ]; then
  # What was being written when it ended.
  find "$run/kept" -name '*.*' -type f -exec rm -f {} +
  mv "$run/kept" "$state/cache"
fi
printf '%s\n' "$asked_as" >"$state/asked-as"
: >"$state/writable"

user_line=
if [ -n "$worker" ]; then
  user_line="user $worker $group;"
  # The workers reach the socket and the cache in it; other users do not, and nobody but root reads the token.
  chmod a+x "$run"
  chgrp "$group" "$state" "$state/tmp"
  chmod g+rx "$state" "$state/tmp"
fi

secret=$(random)
: >"$state/inner.conf"
if [ "$role" = edge ]; then secret=$origin_secret; else
  printf '%s 1;\n' "$secret" >"$state/inner-secret.conf"
  printf 'default "%s %s";\n' "$scheme" "$token" >"$state/token.conf"
fi
printf 'proxy_set_header X-Gateway-Secret "%s";\n' "$secret" >"$state/secret-header.conf"
if [ "$role" = origin ]; then printf 'default 1;\n"%s" 0;\n' "$origin_secret"; else printf 'default 0;\n'; fi >"$state/edges.conf"
printf '%s' "$hosts" >"$state/hosts.conf"
known=$(random)
printf '"%s" 1;\n' "$known" >"$state/known.conf"
: >"$state/cookie.conf"
[ -z "$passwords" ] || printf '"~^0:(?:200|304):/healthz:" "";\n"~^0:(?:200|304):.*:.+$" "%s";\n' \
  "envboard_known=$known; Path=/; HttpOnly; SameSite=Strict" >"$state/cookie.conf"
unset token given_token secret origin_secret asked_as known

if [ -z "$lists" ]; then printf 'default 1;\n'; else printf 'default 0;\n%s' "$lists"; fi >"$state/listed.conf"
printf %s "$own_lists" >"$state/own-lists"

# The boards' file is copied, because the workers may not read where it came from.
boards_folder=$page
if [ -n "$boards" ]; then
  boards_folder=$state/boards
  mkdir "$boards_folder"
  cat "$boards" >"$boards_folder/boards.json"
  chmod 0755 "$boards_folder"
  chmod 0644 "$boards_folder/boards.json"
fi

if [ -n "$address" ]; then printf 'listen %s:%s;\n' "$address" "$port"; else
  printf 'listen %s;\n' "$port"
  [ ! -s /proc/net/if_inet6 ] || printf 'listen [::]:%s;\n' "$port"
fi >"$state/listen.conf"

{
  [ -z "$resolvers" ] || printf 'resolver%s valid=30s ipv6=off;\nresolver_timeout 2s;\n' "$resolvers"
  [ -z "$bundle" ] || printf 'proxy_ssl_%s;\n' "trusted_certificate $bundle" \
    'verify on' 'verify_depth 4' 'server_name on' 'protocols TLSv1.2 TLSv1.3'
  [ -z "$proxies" ] || printf 'real_ip_header X-Forwarded-For;\nreal_ip_recursive on;\n%s' "$proxies"
} >"$state/machine.conf"

if [ -n "$passwords" ]; then
  # A copy: the workers read it at each request, and may not read where it came from.
  cat "$passwords" >"$state/htpasswd"
  [ -z "$worker" ] || { chgrp "$group" "$state/htpasswd" && chmod g+r "$state/htpasswd"; }
  printf 'limit_req zone=passwords burst=60 nodelay;\nauth_basic Envboard;\nauth_basic_user_file %s/htpasswd;\n' "$state"
elif [ -n "$sign_on" ]; then
  # A copy: the workers may not be allowed to read this folder.
  mkdir "$state/sign-in"
  for one in sign-in.html sign-in.js; do cat "$here/sign-in/$one" >"$state/sign-in/$one"; done
  chmod 0755 "$state/sign-in"
  chmod 0644 "$state/sign-in/sign-in.html" "$state/sign-in/sign-in.js"
  sed -e "s#@SIGN_ON@#$sign_on#" -e "s#@HERE@#$here#" -e "s#@STATE@#$state#" "$here/sign-on.conf.template"
fi >"$state/access.conf"
# An origin has no viewers, but edges that ask for many.
[ "$role" = origin ] ||
  printf 'limit_req zone=viewer burst=500 nodelay;\nlimit_conn viewer_connections 256;\n' >>"$state/access.conf"
# The page's location alone sends users without a session to sign in, or waits for a sign-on that is down; what the page
# fetches gets the plain status.
if [ -n "$sign_on" ]; then printf 'error_page 401 500 502 503 504 @sign_in;\n'; fi >"$state/page.conf"

# Without the module the files of gzip are served.
brotli=
for one in /usr/lib/nginx/modules /etc/nginx/modules; do
  [ -f "$one/ngx_http_brotli_static_module.so" ] || continue
  printf 'load_module %s/ngx_http_brotli_static_module.so;\n' "$one"
  brotli='brotli_static on;'
  break
done >"$state/modules.conf"

# nginx lets 60 × rate + burst + 1 requests through in the worst hour, with the rate rounded down to a thousandth a second.
# A sixteenth of the budget at least is burst: it pays for a cold start.
rate=$(((budget - budget / 16 - 1) / 60))
thousandths=$((rate * 1000 / 60))
burst=$((budget - (thousandths * 3600 + 999) / 1000 - 1))

# The ledger outlives restarts: a start may spend what the last hour left over, and no more.
ledger=$ledger_folder/spent.log
[ "$role" != edge ] || ledger=$state/spent.log
touch "$ledger" "$ledger.older" 2>/dev/null || refuse "ENVBOARD_LEDGER_DIR ($ledger_folder) cannot be written to."
paths=$(printf %s "$lists" | grep -c . || true)
now=$(date +%s)
per_second=$(printf '0.%03d' "$thousandths")
IFS=' ' read -r burst_left is_spent seconds <<EOF
$(awk -v rate="$per_second" -v burst="$burst" -v now="$now" -v started="$((now + 1))" -v listed="$paths" \
  -f "$here/ledger.awk" -f "$here/start.awk" "$ledger.older" "$ledger")
EOF
[ "$fixed" = 0 ] || seconds=$fixed
# nginx refuses a burst of 0.
if [ "$burst_left" = 0 ]; then burst_left=; else burst_left=burst=$burst_left; fi
: >"$state/after-restart"
[ "$is_spent" = 0 ] || : >"$state/hold"
mkdir "$state/lifetime-$seconds" "$state/watch"
ln -s "lifetime-$seconds" "$state/lifetime"

# Numbers alone, no name and no id: they stand on a port of their own, which the ingress need not reach.
[ -z "$metrics_port" ] || cat >"$state/metrics.conf" <<EOF
server {
  listen ${address:+$address:}$metrics_port;
  access_log off;
  default_type "text/plain; version=0.0.4; charset=utf-8";
  location = /metrics { alias $state/metrics; }
  location = /nginx { stub_status; }
  location / { return 404; }
}
EOF
touch "$state/metrics" "$state/metrics.conf"
chmod 0644 "$state/metrics"

# Prints what nginx writes into a named pipe, until nginx has closed it. A signal to the whole group ends nginx first.
print_from() {
  mkfifo "$1"
  (trap '' HUP INT TERM && exec env -i cat "$1") &
}
# /dev/stdout cannot be opened where it is a socket (systemd, Node). A file could not grow past the limit below.
log=/dev/stdout
if [ -f /dev/stdout ] || ! (: >>/dev/stdout) 2>/dev/null; then
  log=$state/access.log
  # A program that rotates logs may cut the file: then its end is elsewhere.
  if [ -f /dev/stdout ] && (: >>/dev/stdout) 2>/dev/null; then exec >>/dev/stdout; fi
  print_from "$log"
fi
if [ -f /dev/stderr ]; then
  print_from "$state/error.log" >&2
  exec 2>"$state/error.log"
fi

fill() {
  sed -e "s#@USER@#$user_line#" -e "s#@STATE@#$state#" -e "s#@HERE@#$here#" -e "s#@PAGE@#$page#" -e "s#@LOG@#$log#" \
    -e "s#@QOVERY@#$url_scheme://$url_target$url_base#" -e "s#@QOVERY_AUTHORITY@#$url_authority#" \
    -e "s#@QOVERY_HOST@#$url_host#" -e "s#@RATE@#$rate#" -e "s#@BURST@#$burst#" -e "s#@BURST_LEFT@#$burst_left#" \
    -e "s#@LEDGER@#$ledger#" -e "s#@BROTLI@#$brotli#" -e "s#@ANCESTORS@#${ancestors:- 'none'}#" \
    -e "s#@TIER@#$tier#" -e "s#@TIER_SCHEME@#$tier_scheme#" -e "s#@WAIT@#$wait#" -e "s#@BELOW@#$below#" -e "s#@SAMPLED@#$sampled#" -e "s#@UPDATING@#$updating#" \
    -e "s#@TIME@#$time#" -e "s#@BOARDS@#$boards_folder#" -e "s#@DATA@#$data#" -e "s#@STATUS_SECONDS@#$1#" -e "s#@PAST_SECONDS@#$2#" -e "s#@NAME_SECONDS@#$3#" \
    -e "s#@REFUSED_SECONDS@#$4#" -e "s#@UNKNOWN_SECONDS@#$5#" -e "s#@ERROR_SECONDS@#$6#" \
    "$here/$7.template" >"$state/$7"
}
# Longer than the inner tier may take (name, connection, answer: 13 s), shorter than the page waits (20 s).
tier=inner tier_scheme=http wait=14 below= sampled='HIT|UPDATING' updating=updating time='$msec'
set -- 9 60 600 10 30 2
if [ "$role" = edge ]; then
  # An edge keeps answers for one second, and none while it asks anew: else another edge's viewer would go back in time.
  tier=$url_target tier_scheme=$url_scheme wait=16 below=/api sampled='HIT|MISS|EXPIRED' updating= time='$origins_time'
  set -- 1 1 1 1 1 1
fi
for one in nginx.conf headers.conf answer.conf pages.conf; do fill "$@" "$one"; done
[ "$role" = edge ] || fill "$@" inner.conf
[ "$role" != origin ] || printf 'location / { return 404; }\n' >"$state/pages.conf"

# No file that nginx writes may grow past 8 MiB: an answer without end stops there. Ignored, the signal becomes an error
# that nginx handles.
trap '' XFSZ
ulimit -f 16384
# shellcheck disable=SC3045 # where it is missing the usual limit stays
ulimit -n "$(ulimit -Hn)" 2>/dev/null || true

# Ends with nginx. Holds none of its files open, which would keep a log's other side waiting.
BOARDS=$boards BOARDS_FROM=$from LOG=$log sh "$here/watch.sh" "$state" "$ledger" $$ "$every" -v rate="$per_second" -v burst="$burst" -v budget="$budget" \
  -v started="$((now + 1))" -v listed="$paths" -v fixed="$fixed" </dev/null >/dev/null 2>&1 &

exec env -i PATH="$PATH" nginx -e stderr -p "$state" -c "$state/nginx.conf"
