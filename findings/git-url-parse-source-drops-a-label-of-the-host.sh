#!/bin/sh
# git-url-parse 16.1.0: `source`, the git provider, is the host without its first label where the host has three or more.
#
# Expected: `source` tells two git servers apart, as `resource` does: for `github.com` both are the same.
# Seen: two servers of one company have one source, `example.com`. An IPv4 address loses its first number, so 10.0.3.7 and
#   11.0.3.7 are both `0.3.7`. A host of two labels stays whole.
# Matters for who compares where two deployed services come from: with `source`, the owner and the name, two unrelated
#   repositories are one.
# Output seen: the lines below `want`.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund git-url-parse@16.1.0
cat > run.mjs <<'JS'
import parse from 'git-url-parse';
for (const address of [
  'https://github.com/acme/api.git',
  'https://git.example/acme/api.git',
  'https://gitlab.example.com/acme/api.git',
  'git@review.example.com:acme/api.git',
  'https://gitlab.eu.example.com/acme/api.git',
  'https://10.0.3.7/acme/api.git',
  'https://11.0.3.7/acme/api.git',
]) {
  const { resource, source, full_name: repository } = parse(address);
  console.log(resource, source, repository);
}
JS
cat > want <<'TEXT'
github.com github.com acme/api
git.example git.example acme/api
gitlab.example.com example.com acme/api
review.example.com example.com acme/api
gitlab.eu.example.com eu.example.com acme/api
10.0.3.7 0.3.7 acme/api
11.0.3.7 0.3.7 acme/api
TEXT
node run.mjs > seen
diff want seen && echo 'git-url-parse 16.1.0 behaves as described'
