#!/bin/sh
# changelogen 0.6.2: a commit that reverts a feature is listed as that feature, and raises the version as the feature did.
#
# Expected: `git revert` writes `Revert "feat: dark mode"`. Its first word is no type of Conventional Commits, so the commit is left
#   out, or listed as a revert. conventional-commits-parser 6.4.0 gives it no type.
# Seen: the type is searched for anywhere in the first line, so this commit is a `feat`. The list names the feature a second time,
#   with the closing quotation mark, and the version goes up by a minor step. The revert of a breaking change is a breaking
#   change again, and a major step. Other lines with a colon are read like that: `Bump the image (fix: time-out)` is a fix.
#   `revert: feat: …`, as some teams write it by hand, is no feature.
# Matters for a board or a message that shows what changed between two deployed versions: it announces the feature on the very
#   deployment that took it away.
# Output seen: the lines below `want` (first line, type and description of changelogen, step of the version, type of the other
#   parser; then the list of changes of a repository in which `git revert` took the feature back).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund changelogen@0.6.2 conventional-commits-parser@6.4.0
mkdir board
commit() { git -C board -c user.name=Team -c user.email=team@example.com -c commit.gpgsign=false "$@" >/dev/null; }
git -c init.defaultBranch=main init --quiet board
commit commit --allow-empty -m 'chore: start'
git -C board tag v1.0.0
echo dark > board/theme
git -C board add theme
commit commit -m 'feat: dark mode'
commit revert --no-edit HEAD
cat > run.mjs <<'JS'
import { determineSemverChange, generateMarkDown, getGitDiff, loadChangelogConfig, parseCommits } from 'changelogen';
import { CommitParser } from 'conventional-commits-parser';
const config = await loadChangelogConfig(process.cwd(), { from: 'v1.0.0', to: 'HEAD', repo: 'team/board', noAuthors: true });
const parse = (message) => parseCommits([{ message, body: '', shortHash: 'abc1234', author: {} }], config);
for (const message of [
  'feat: dark mode',
  'Revert "feat: dark mode"',
  'Revert "feat!: new address of the API"',
  'Bump the image (fix: time-out)',
  'revert: feat: dark mode',
]) {
  const commits = parse(message);
  const other = new CommitParser().parse(message).type ?? 'no type';
  const step = determineSemverChange(commits, config) ?? 'no step';
  console.log([message, commits[0].type, commits[0].description, step, other].join(' | '));
}
const commits = parseCommits(await getGitDiff('v1.0.0', 'HEAD'), config);
const list = await generateMarkDown(commits, config);
console.log(list.split('\n').filter((line) => line.startsWith('-')).map((line) => line.replace(/ \(.*/, '')).join('\n'));
JS
cat > want <<'TEXT'
feat: dark mode | feat | dark mode | minor | feat
Revert "feat: dark mode" | feat | dark mode" | minor | no type
Revert "feat!: new address of the API" | feat | new address of the API" | major | no type
Bump the image (fix: time-out) | fix | time-out) | patch | no type
revert: feat: dark mode | revert | feat: dark mode | no step | revert
- Dark mode
- Dark mode"
TEXT
(cd board && node ../run.mjs) > seen
diff want seen && echo 'changelogen 0.6.2 behaves as described'
