#!/bin/sh
# hosted-git-info 9.0.3: the address that `browse()` gives for a branch on GitLab is read as another repository.
#
# Expected: `fromUrl` reads what `browse` writes. For a branch on GitHub it does: owner, project and branch are the same again.
# Seen: on GitLab the whole path counts as groups and a project, so `acme/api/tree/release` is the project `release` in the group
#   `acme/api/tree`, and `ssh()` names a repository that does not exist. The newer form of GitLab, with `/-/tree/`, gives
#   undefined. On Bitbucket the project is right and the branch is gone.
# Matters for a page that takes the address of a branch from a user or a webhook, and compares it with the repository of a
#   service: on GitHub both are equal, on GitLab they never are.
# Output seen: the lines below `want` (shortcut, address of `browse()`, owner, project and branch that `fromUrl` reads there).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hosted-git-info@9.0.3
cat > run.mjs <<'JS'
import hosted from 'hosted-git-info';
const read = (address) => {
  const found = hosted.fromUrl(address);
  return found ? `owner=${found.user} project=${found.project} branch=${found.committish} ${found.ssh()}` : String(found);
};
for (const place of ['github:acme', 'gitlab:acme', 'gitlab:acme/backend', 'bitbucket:acme']) {
  const shortcut = `${place}/api#release`;
  const address = hosted.fromUrl(shortcut).browse();
  console.log(`${shortcut}\n  ${address}\n  ${read(address)}`);
}
const newer = 'https://gitlab.com/acme/api/-/tree/release';
console.log(`${newer}\n  ${read(newer)}`);
JS
cat > want <<'TEXT'
github:acme/api#release
  https://github.com/acme/api/tree/release
  owner=acme project=api branch=release git@github.com:acme/api.git#release
gitlab:acme/api#release
  https://gitlab.com/acme/api/tree/release
  owner=acme/api/tree project=release branch= git@gitlab.com:acme/api/tree/release.git
gitlab:acme/backend/api#release
  https://gitlab.com/acme/backend/api/tree/release
  owner=acme/backend/api/tree project=release branch= git@gitlab.com:acme/backend/api/tree/release.git
bitbucket:acme/api#release
  https://bitbucket.org/acme/api/src/release
  owner=acme project=api branch= git@bitbucket.org:acme/api.git
https://gitlab.com/acme/api/-/tree/release
  undefined
TEXT
node run.mjs > seen
diff want seen && echo 'hosted-git-info 9.0.3 behaves as described'
