/** Names of the organizations. The demo board shows environments of the first one. */
export const ORGANIZATION_NAMES = ['acme', 'globex', 'initech', 'hooli', 'umbrella', 'stark'] as const;

/** Names of the projects, in the order of their creation. */
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

/** A state that Qovery does not have. A client must show it unchanged. */
export const UNKNOWN_STATE = 'HIBERNATING';

/** Environments that follow `production` and `staging`; the rest of a project are pull-request previews. */
export const EXTRA_ENVIRONMENTS = [
  { name: 'development', mode: 'DEVELOPMENT' },
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

/** Names of people and programs that trigger deployments. */
export const PEOPLE = [
  'Ada Lovelace',
  'Grace Hopper',
  'Linus Pauling',
  'margaret.hamilton@example.com',
  'ci-bot',
  'Alan Kay',
] as const;

/** First lines of commit messages. */
export const COMMIT_MESSAGES = [
  'Show delivery days before the basket',
  'Read the price list once a request',
  'Fix the total when a voucher covers it all',
  'Retry a payment only after a timeout',
  'Log the id of the order with each failure',
  'Update dependencies',
  'Keep the search words when the page changes',
  'Cache thumbnails for one hour',
  'Close idle connections after a minute',
  'Refuse an order without an address',
  'Translate the receipts into German',
  'Measure the time of each query',
] as const;

/** An Argo CD app, of which Qovery lists no state. */
export const ARGO_CD_APP = { name: 'ingress', type: 'ARGOCD_APP' } as const;

/** Services in the order in which projects get them. An application comes first, so that a build can fail. */
export const SERVICES = [
  { name: 'web', kind: 'applications', type: 'APPLICATION' },
  { name: 'postgres', kind: 'databases', type: 'DATABASE' },
  { name: 'api-gateway', kind: 'containers', type: 'CONTAINER' },
  { name: 'migrations', kind: 'jobs', type: 'JOB' },
  { name: 'metrics', kind: 'helms', type: 'HELM' },
  { name: 'buckets', kind: 'terraforms', type: 'TERRAFORM' },
  { name: 'worker', kind: 'applications', type: 'APPLICATION' },
  { name: 'search-index', kind: 'containers', type: 'CONTAINER' },
  { name: 'nightly-report', kind: 'jobs', type: 'JOB' },
  { name: 'image-resizer', kind: 'containers', type: 'CONTAINER' },
  { name: 'triage-agent', kind: 'agentic_workflows', type: 'AGENTIC_WORKFLOW' },
] as const;

/** A service of staging environments only. */
export const STAGING_SERVICE = { name: 'mail-catcher', kind: 'containers', type: 'CONTAINER' } as const;
