#!/bin/sh
# The checks that entrypoint.sh makes of its settings. Each answers by its exit code; is_origin also sets `host`.
# shellcheck disable=SC2034 # `host` is read where this file is included

warn() { printf 'envboard: %s\n' "$1" >&2; }

refuse() {
  warn "$1"
  exit 1
}

# The value is whole numbers' digits, between the two given.
is_number() {
  case $1 in '' | 0* | *[!0-9]* | ??????*) return 1 ;; esac
  [ "$1" -ge "$2" ] && [ "$1" -le "$3" ]
}

is_path() {
  case $1 in *[!A-Za-z0-9._/-]*) return 1 ;; /*) return 0 ;; *) return 1 ;; esac
}

is_ipv4() {
  case $1 in *[!0-9.]* | .* | *. | *..* | *.*.*.*.*) return 1 ;; *.*.*.*) ;; *) return 1 ;; esac
  ipv4_rest=$1.
  while [ -n "$ipv4_rest" ]; do
    [ "${ipv4_rest%%.*}" = 0 ] || is_number "${ipv4_rest%%.*}" 1 255 || return 1
    ipv4_rest=${ipv4_rest#*.}
  done
}

# Eight groups of at most four digits, of which `::` stands for one or more.
is_ipv6() {
  case $1 in *[!0-9A-Fa-f:]* | *:::* | *::*::* | :[!:]* | *[!:]:) return 1 ;; *:*:*) ;; *) return 1 ;; esac
  ipv6_rest=$1: ipv6_groups=0
  while [ -n "$ipv6_rest" ]; do
    ipv6_group=${ipv6_rest%%:*}
    [ "${#ipv6_group}" -le 4 ] || return 1
    [ -z "$ipv6_group" ] || ipv6_groups=$((ipv6_groups + 1))
    ipv6_rest=${ipv6_rest#*:}
  done
  case $1 in *::*) [ "$ipv6_groups" -le 7 ] ;; *) [ "$ipv6_groups" = 8 ] ;; esac
}

# An IPv4 or IPv6 address.
is_address() { is_ipv4 "$1" || is_ipv6 "$1"; }

# http or https, a host, perhaps a port: sets `host`.
is_origin() {
  case $1 in http://* | https://*) host=${1#*://} ;; *) return 1 ;; esac
  case $host in *:*) is_number "${host#*:}" 1 65535 || return 1 ;; esac
  host=${host%%:*}
  case $host in '' | -* | .* | *..* | *[!A-Za-z0-9.-]*) return 1 ;; esac
}

# Prints one line of nginx's map for each pin of the kinds in $1 that is not among the lines $2. Pins come from boards.awk.
listed_from() {
  awk -F / -v kinds=" $1 " -v lines="$2" '
    index(kinds, " " $1 " ") && !index(lines, $0) && !seen[$0]++ { print $0 " 1;" }'
}

x4='[0-9a-f][0-9a-f][0-9a-f][0-9a-f]'
is_id() {
  # shellcheck disable=SC2254 # a pattern, not a text
  case $1 in $x4$x4-$x4-$x4-$x4-$x4$x4$x4) return 0 ;; *) return 1 ;; esac
}
