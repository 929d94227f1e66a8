#!/bin/sh
# Checks the settings, writes nginx's configuration and the token into the run folder, and becomes nginx. A wrong setting
# ends it with one sentence and exit code 1. Needs POSIX sh, sed, awk and nginx; checks with `case`, because each program
# started costs time at every start.
set -euf
umask 077
LC_ALL=C
# The token leaves the environment first: no program started from here on inherits it.
given_token=${QOVERY_API_TOKEN:-}
unset QOVERY_API_TOKEN
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
[ -f "$page/index.html" ] || refuse "There is no index.html in ENVBOARD_PAGE_DIR ($page): build the page first."

port=${PORT:-8080}
is_number "$port" 1 65535 || refuse 'PORT is not a number from 1 to 65535.'
address=${LISTEN_ADDRESS:-}
[ -z "$address" ] || is_ipv4 "$address" || refuse 'LISTEN_ADDRESS is not an IPv4 address.'

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

budget=${QOVERY_REQUESTS_PER_HOUR:-900}
is_number "$budget" 100 1000 || refuse 'QOVERY_REQUESTS_PER_HOUR is not a number from 100 to 1000.'

fixed=${QOVERY_STATUS_SECONDS:-0}
[ "$fixed" = 0 ] || is_number "$fixed" 5 3600 || refuse 'QOVERY_STATUS_SECONDS is not a number from 5 to 3600.'
every=${ENVBOARD_WATCH_SECONDS:-5}
is_number "$every" 1 60 || refuse 'ENVBOARD_WATCH_SECONDS is not a number from 1 to 60.'

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
list QOVERY_PROJECTS 'a project' "${QOVERY_PROJECTS:-}"
lists=$listed
list QOVERY_ENVIRONMENTS 'an environment' "${QOVERY_ENVIRONMENTS:-}"
lists=$lists$listed

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
      *':$apr1$'?* | *':$1$'?* | *':$5$'?* | *':$6$'?* | *':$2'[aby]'$'?* | *':{SSHA}'?*) readers=$((readers + 1)) ;;
      *) readers=-1 && break ;;
    esac
  done <"$passwords"
  [ "$readers" -gt 0 ] ||
    refuse 'BASIC_AUTH_FILE is not an htpasswd file of hashed passwords (openssl passwd -apr1 makes one).'
fi
[ -n "$sign_on$passwords" ] || warn \
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
  name=
  if [ -n "$pid" ] && [ "$pid" != $$ ] && [ -r "/proc/$pid/comm" ]; then read -r name <"/proc/$pid/comm" || name=; fi
  [ "$name" != nginx ] || refuse "Another gateway runs in $run: stop it, or set ENVBOARD_RUN_DIR."
fi
# From scratch: an answer kept under another token, or a socket left by a crash, must not live on.
{ { [ -d "$run" ] || mkdir -p "$run"; } && rm -rf "$state" && mkdir "$state" "$state/tmp"; } 2>/dev/null ||
  refuse "ENVBOARD_RUN_DIR ($run) cannot be written to: set it to a folder that this user may write to."

user_line=
if [ -n "$worker" ]; then
  user_line="user $worker $group;"
  # The workers reach the socket and the cache in it; other users do not, and nobody but root reads the token.
  chmod a+x "$run"
  chgrp "$group" "$state" "$state/tmp"
  chmod g+rx "$state" "$state/tmp"
fi

secret=$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')
printf '%s 1;\n' "$secret" >"$state/inner-secret.conf"
printf 'proxy_set_header X-Gateway-Secret %s;\n' "$secret" >"$state/secret-header.conf"
unset secret

printf 'default "%s %s";\n' "$scheme" "$token" >"$state/token.conf"
unset token given_token

if [ -z "$lists" ]; then printf 'default 1;\n'; else printf 'default 0;\n%s' "$lists"; fi >"$state/listed.conf"

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
  printf 'auth_basic Envboard;\nauth_basic_user_file %s/htpasswd;\n' "$state"
elif [ -n "$sign_on" ]; then
  sed -e "s#@SIGN_ON@#$sign_on#" -e "s#@HERE@#$here#" -e "s#@STATE@#$state#" "$here/sign-on.conf.template"
fi >"$state/access.conf"
# The page's location alone sends people without a session to sign in; what the page fetches gets the plain 401.
if [ -n "$sign_on" ]; then printf 'error_page 401 = @sign_in;\n'; fi >"$state/page.conf"

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

# /dev/stdout cannot be opened where it is a socket (systemd, Node): a reader of a named pipe copies the log there.
log=/dev/stdout
if ! (: >>/dev/stdout) 2>/dev/null; then
  log=$state/access.log
  mkfifo "$log"
  env -i cat "$log" &
fi

fill() {
  sed -e "s#@USER@#$user_line#" -e "s#@STATE@#$state#" -e "s#@HERE@#$here#" -e "s#@PAGE@#$page#" -e "s#@LOG@#$log#" \
    -e "s#@QOVERY@#$url_scheme://$url_target$url_base#" -e "s#@QOVERY_AUTHORITY@#$url_authority#" \
    -e "s#@QOVERY_HOST@#$url_host#" -e "s#@RATE@#$rate#" -e "s#@BURST@#$burst#" -e "s#@BURST_LEFT@#$burst_left#" \
    -e "s#@LEDGER@#$ledger#" -e "s#@BROTLI@#$brotli#" -e "s#@ANCESTORS@#${ancestors:- 'none'}#" \
    "$here/$1.template" >"$state/$1"
}
for one in nginx.conf inner.conf headers.conf answer.conf; do fill "$one"; done

# No file that nginx writes may grow past 32 MiB: an answer without end stops there. A log in a file would stop there as
# well, so not then. Ignored, the signal becomes an error that nginx handles.
if [ ! -f /dev/stdout ] && [ ! -f /dev/stderr ]; then
  trap '' XFSZ
  ulimit -f 65536
fi
# shellcheck disable=SC3045 # where it is missing the usual limit stays
ulimit -n "$(ulimit -Hn)" 2>/dev/null || true

# Ends with nginx. Holds none of its files open, which would keep a log's other side waiting.
sh "$here/watch.sh" "$state" "$ledger" $$ "$every" -v rate="$per_second" -v burst="$burst" -v budget="$budget" \
  -v started="$((now + 1))" -v listed="$paths" -v fixed="$fixed" </dev/null >/dev/null 2>&1 &

exec env -i PATH="$PATH" nginx -e stderr -p "$state" -c "$state/nginx.conf"
