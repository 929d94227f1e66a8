#!/bin/sh
# docker-parse-image 3.0.1: `fullname` adds `library/` for every registry, and writes a digest as a tag.
#
# Expected: `library/` is added for Docker Hub alone, and a digest follows `@`. The code of Docker itself works like that, and
#   parse-docker-image-name 3.0.0 is that code, compiled to JavaScript.
# Seen: an image of a private registry without a namespace, as Amazon ECR has them, gets the name of another repository, also
#   where the registry is `localhost:5000`. A digest is the `tag`, and `fullname` joins it with `:`, which is no valid
#   reference. For an image with a tag and a digest, `tag` holds both. An image with two namespaces gives null.
# Matters for a page that compares the images of two environments, or links to a registry: the full name of `api` in a private
#   registry is that of `library/api`, and two deployments of one tag with different digests have different tags.
# Output seen: the lines below `want` (image, `tag` and `fullname` of docker-parse-image, then parse-docker-image-name).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund docker-parse-image@3.0.1 parse-docker-image-name@3.0.0
cat > run.mjs <<'JS'
import parse from 'docker-parse-image';
import reference from 'parse-docker-image-name';
const digest = `sha256:${'0a'.repeat(32)}`;
for (const image of [
  'nginx:1.27',
  '123456789012.dkr.ecr.eu-west-3.amazonaws.com/api:1.4.0',
  'localhost:5000/api:1.4.0',
  `ghcr.io/acme/api@${digest}`,
  `ghcr.io/acme/api:1.4.0@${digest}`,
  'registry.example/team/backend/api:1.4.0',
]) {
  const { tag, fullname } = parse(image) ?? {};
  const lines = [image, `  ${tag} ${fullname}`, `  ${JSON.stringify(reference(image))}`];
  console.log(lines.join('\n').replaceAll(digest, 'sha256:0a'));
}
JS
cat > want <<'TEXT'
nginx:1.27
  1.27 library/nginx:1.27
  {"path":"nginx","tag":"1.27"}
123456789012.dkr.ecr.eu-west-3.amazonaws.com/api:1.4.0
  1.4.0 123456789012.dkr.ecr.eu-west-3.amazonaws.com/library/api:1.4.0
  {"domain":"123456789012.dkr.ecr.eu-west-3.amazonaws.com","path":"api","tag":"1.4.0"}
localhost:5000/api:1.4.0
  1.4.0 localhost:5000/library/api:1.4.0
  {"domain":"localhost:5000","path":"api","tag":"1.4.0"}
ghcr.io/acme/api@sha256:0a
  sha256:0a ghcr.io/acme/api:sha256:0a
  {"domain":"ghcr.io","path":"acme/api","digest":"sha256:0a"}
ghcr.io/acme/api:1.4.0@sha256:0a
  1.4.0@sha256:0a ghcr.io/acme/api:1.4.0@sha256:0a
  {"domain":"ghcr.io","path":"acme/api","tag":"1.4.0","digest":"sha256:0a"}
registry.example/team/backend/api:1.4.0
  undefined undefined
  {"domain":"registry.example","path":"team/backend/api","tag":"1.4.0"}
TEXT
node run.mjs > seen
diff want seen && echo 'docker-parse-image 3.0.1 behaves as described'
