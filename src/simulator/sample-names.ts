/** The organizations of the simulation; the first holds the demo board. */
export const ORGANIZATION_NAMES = ['acme', 'globex', 'initech', 'hooli', 'umbrella', 'stark'] as const;

/** The projects of the simulation, in the order they are made. */
export const PROJECT_NAMES = [
  'storefront',
  'payments',
  'analytics',
  'checkout',
  'identity',
  'search',
  'notifications',
  'billing',
  'catalog',
  'shipping',
  'recommendations',
  'support-desk',
  'inventory',
  'pricing',
  'data-platform',
  'mobile-backend',
  'partner-api',
  'media',
] as const;

/** The project that shows each state once. */
export const GALLERY_NAME = 'state-gallery';

/** A state that Qovery does not have today: a client must show it as it is. */
export const UNKNOWN_STATE = 'HIBERNATING';

/** Environments that follow `production` and `staging`; the rest of a project are pull-request previews. */
export const EXTRA_ENVIRONMENTS = [
  { name: 'qa', mode: 'STAGING' },
  { name: 'eu-west', mode: 'PRODUCTION' },
  { name: 'nightly', mode: 'DEVELOPMENT' },
  { name: 'us-east', mode: 'PRODUCTION' },
  { name: 'sandbox', mode: 'DEVELOPMENT' },
  { name: 'load-test', mode: 'STAGING' },
  { name: 'integration', mode: 'DEVELOPMENT' },
  { name: 'demo', mode: 'STAGING' },
] as const;

/** The clusters that environments run on. */
export const CLUSTERS = [
  { name: 'aws-eu-west-3', vendor: 'AWS' },
  { name: 'aws-us-east-1', vendor: 'AWS' },
  { name: 'gcp-europe-west9', vendor: 'GCP' },
  { name: 'scw-fr-par', vendor: 'SCW' },
] as const;

/** The people and machines who deploy. */
export const PEOPLE = [
  'Ada Lovelace',
  'Grace Hopper',
  'Linus Pauling',
  'margaret.hamilton@example.com',
  'ci-bot',
  'Alan Kay',
] as const;

/** Services in the order an environment gets them; an application comes first, so that a build can fail. */
export const SERVICES = [
  { name: 'web', kind: 'applications', type: 'APPLICATION' },
  { name: 'postgres', kind: 'databases', type: 'DATABASE' },
  { name: 'api-gateway', kind: 'containers', type: 'CONTAINER' },
  { name: 'migrations', kind: 'jobs', type: 'JOB' },
  { name: 'metrics', kind: 'helms', type: 'HELM' },
  { name: 'buckets', kind: 'terraforms', type: 'TERRAFORM' },
  { name: 'worker', kind: 'applications', type: 'APPLICATION' },
] as const;
