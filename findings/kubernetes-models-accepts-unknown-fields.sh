#!/bin/sh
# kubernetes-models 4.5.1: `validate()` accepts fields that Kubernetes does not have, and ports that it refuses.
#
# Expected: the validation of a manifest finds a misspelt field, as the API server does with `fieldValidation=Strict`, and a
#   port out of 1 to 65535.
# Seen: types, enumerations and required fields are checked. `imagePullPolice`, `replica` and a port of 99999 pass, because
#   the schemas allow additional properties and hold no ranges.
# Matters for tests of manifests: a passing validation does not tell that a field has any effect.
# Output seen: the lines below `want`.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund kubernetes-models@4.5.1
cat > run.mjs <<'JS'
import { Deployment } from 'kubernetes-models/apps/v1';
const check = (name, spec, container) => {
  const containers = [{ name: 'web', image: 'nginx', ...container }];
  const template = { metadata: { labels: { app: 'web' } }, spec: { containers } };
  const selector = { matchLabels: { app: 'web' } };
  try {
    new Deployment({ metadata: { name: 'web' }, spec: { selector, template, ...spec } }).validate();
    console.log(name, 'accepted');
  } catch {
    console.log(name, 'refused');
  }
};
check('as documented', { replicas: 3 }, { imagePullPolicy: 'Always', ports: [{ containerPort: 80 }] });
check('a text for a number', { replicas: '3' }, {});
check('an unknown value', {}, { imagePullPolicy: 'Sometimes' });
check('a misspelt field of the deployment', { replica: 3 }, {});
check('a misspelt field of a container', {}, { imagePullPolice: 'Always' });
check('a port out of range', {}, { ports: [{ containerPort: 99999 }] });
JS
cat > want <<'TEXT'
as documented accepted
a text for a number refused
an unknown value refused
a misspelt field of the deployment accepted
a misspelt field of a container accepted
a port out of range accepted
TEXT
node run.mjs > seen
diff want seen && echo 'kubernetes-models 4.5.1 behaves as described'
