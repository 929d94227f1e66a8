import { wellFormed } from '#domain/text.ts';

type EnvironmentPath = {
  readonly organizationId: string;
  readonly projectId: string;
  readonly environmentId: string;
};

/** Returns the address of an environment in Qovery's console. Never throws. */
export const consoleEnvironmentUrl = ({ organizationId, projectId, environmentId }: EnvironmentPath): string =>
  `https://console.qovery.com/organization/${segment(organizationId)}/project/${segment(projectId)}/environment/${segment(environmentId)}`;

/** Returns the address of one deployment in Qovery's console. Never throws. */
export const consoleDeploymentUrl = (path: EnvironmentPath & { readonly deploymentId: string }): string =>
  `${consoleEnvironmentUrl(path)}/deployment/${segment(path.deploymentId)}`;

const segment = (id: string): string => encodeURIComponent(wellFormed(id));
