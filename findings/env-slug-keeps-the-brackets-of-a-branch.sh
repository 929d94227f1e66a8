#!/bin/sh
# @socialgouv/env-slug 1.2.3: a branch with brackets, a plus sign or an apostrophe gives a name that Kubernetes refuses.
#
# Expected: the package makes the name of a Kubernetes namespace from a git branch. Such a name is a DNS label of RFC 1123: small
#   letters, digits and hyphens, at most 63.
# Seen: a slash, a dot, an underscore and a capital letter become hyphens and small letters, and a hash of the branch follows.
#   Brackets, a plus sign and apostrophes stay: `fix(api)` remains as it is, and `fix(api)/login` becomes
#   `fix(api)-login-4dug6i`. The command ends with code 0. git allows each of these branches.
# Matters for preview environments that are named after their branch: teams write the area of a change in brackets, as in the
#   titles of commits, and the deployment of such a branch fails at its first step. Replace such signs before.
# Output seen: the lines below `want` (branch, name, whether it is a DNS label).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @socialgouv/env-slug@1.2.3
is_label() { printf '%s' "$1" | LC_ALL=C grep -qE '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$' && echo label || echo 'no label'; }
for branch in main Feature/Login_2.1 'fix(api)' 'fix(api)/login' c++20 "don't-retry"; do
  git check-ref-format --branch "$branch" >/dev/null
  name=$(npx --no-install env-slug "$branch")
  echo "$branch $name $(is_label "$name")"
done > seen
cat > want <<'TEXT'
main main label
Feature/Login_2.1 feature-login-2-1-50lglk label
fix(api) fix(api) no label
fix(api)/login fix(api)-login-4dug6i no label
c++20 c++20 no label
don't-retry don't-retry no label
TEXT
diff want seen && echo '@socialgouv/env-slug 1.2.3 behaves as described'
