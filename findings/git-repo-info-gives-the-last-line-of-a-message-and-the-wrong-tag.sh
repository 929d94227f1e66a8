#!/bin/sh
# git-repo-info 2.1.1: `commitMessage` is the last line, `lastTag` after a merge is an older tag, and a clone has neither.
#
# Expected: the README says that `commitMessage` is the message of the current commit, `lastTag` the tag of the closest tagged
#   ancestor, and that `commitsSinceLastTag` is Infinity if no ancestor is tagged. The check compares
#   them with git-last-commit 1.0.1 and `git describe`.
# Seen: each line of a commit replaces the one before, as the message and as the parent. So a trailer such as `Refs: #12` becomes
#   the message, and a message that begins with the word tag, tree, type, object or commit is none. Of a merge only the merged
#   branch is followed, and a tag of the main branch since the fork is missed. After a clone or `git gc`, git keeps the commits in
#   a pack, which the package does not read: the message, the author and the dates are null, and the distance is Infinity.
#   The hash and the branch are right each time. The package gives no error.
# Matters for a page that shows which commit and version an environment runs, from data written at the build: on the machine of a
#   developer it looks right, while builds begin with a clone. Ask git.
# Output seen: the lines below `want` (commit; message, author, tag and distance; subject by git-last-commit, tag by git).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund git-repo-info@2.1.1 git-last-commit@1.0.1
cat > run.cjs <<'JS'
const { execFileSync } = require('node:child_process');
const repoInfo = require('git-repo-info');
const { getLastCommit } = require('git-last-commit');
const [, , name, folder] = process.argv;
const { author, branch, commitMessage, lastTag, commitsSinceLastTag, sha } = repoInfo(folder);
const tag = execFileSync('git', ['-C', folder, 'describe', '--tags', '--abbrev=0'], { encoding: 'utf8' }).trim();
getLastCommit((error, commit) => {
  if (error || sha !== commit.hash || branch !== 'main') throw new Error('the hash or the branch differs');
  const by = author?.split(' ')[0] ?? null;
  console.log(`${name} | ${commitMessage}, by ${by}, ${lastTag} ${commitsSinceLastTag} | ${commit.subject}, ${tag}`);
}, { dst: folder });
JS
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.com GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.com
commit() { git -C api commit --quiet --allow-empty "$@"; }
show() { node run.cjs "$1" "$folder/$2" >> seen; }
git init --quiet --initial-branch=main api
commit -m 'feat: show the board'
git -C api tag -a v1.9.0 -m v1.9.0
show 'one line' api
commit -m 'fix: restart the worker' -m 'It stopped at midnight.' -m 'Refs: #12'
show trailer api
commit -m 'tag images with the commit'
show 'first word tag' api
git -C api switch --quiet --create feature
commit -m 'feat: add a filter'
git -C api switch --quiet main
commit -m 'chore: release'
git -C api tag -a v1.10.0 -m v1.10.0
show release api
git -C api merge --quiet --no-ff -m 'Merge the filter' feature
show merge api
git clone --quiet "file://$folder/api" clone
show 'the same in a clone' clone
git -C api gc --quiet
show 'after git gc' api
cat > want <<'TEXT'
one line | feat: show the board, by Ada, v1.9.0 0 | feat: show the board, v1.9.0
trailer | Refs: #12, by Ada, v1.9.0 1 | fix: restart the worker, v1.9.0
first word tag | null, by Ada, v1.9.0 2 | tag images with the commit, v1.9.0
release | chore: release, by Ada, v1.10.0 0 | chore: release, v1.10.0
merge | Merge the filter, by Ada, v1.9.0 4 | Merge the filter, v1.10.0
the same in a clone | null, by null, null Infinity | Merge the filter, v1.10.0
after git gc | null, by null, null Infinity | Merge the filter, v1.10.0
TEXT
diff want seen && echo 'git-repo-info 2.1.1 behaves as described'
