#!/bin/sh
# The steps of the image: the Dockerfile runs them, and so does a test, so that what runs in the image is what was tested.
#   image.sh packages           installs what the gateway needs (Debian)
#   image.sh files FROM ROOT    lays out the gateway under ROOT, from a project folder with a built page
set -eu

packages() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # RUNLEVEL: Debian would start nginx with its own configuration.
  RUNLEVEL=1 apt-get install -y -qq --no-install-recommends ca-certificates nginx libnginx-mod-http-brotli-static
  rm -rf /var/lib/apt/lists/*
}

files() {
  from=$1 to=$2/usr/share/envboard
  mkdir -p "$to"
  cp -R "$from/dist" "$to/page"
  cp -R "$from/deploy/nginx" "$to/nginx"
  cp "$from/deploy/healthy.sh" "$to/healthy.sh"
  # The user of the image owns none of it and may write none of it.
  chmod -R u=rwX,go=rX "$to"
  chmod 0755 "$to/nginx/entrypoint.sh" "$to/healthy.sh"
}

case ${1:-} in
  packages) packages ;;
  files) files "${2:?the project}" "${3:?the root}" ;;
  *)
    printf 'image.sh packages | files FROM ROOT\n' >&2
    exit 1
    ;;
esac
