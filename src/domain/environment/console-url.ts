import { wellFormed } from '#domain/text.ts';

type EnvironmentPath = {
  readonly organizationId: string;
  readonly projectId: string;
  readonly environmentId: string;
};

/** The environment in Qovery's console. Never throws. */
export const consoleEnvironmentUrl = ({ organizationId, projectId, environmentId }: EnvironmentPath): string =>
  `https://console.qovery.com/organization/${segment(organizationId)}/project/${segment(projectId)}/environment/${segment(environmentId)}`;

/** One deployment of the environment in Qovery's console. Never throws. */
export const consoleDeploymentUrl = (place: EnvironmentPath & { readonly deploymentId: string }): string =>
  `${consoleEnvironmentUrl(place)}/deployment/${segment(place.deploymentId)}`;

const segment = (id: string): string => encodeURIComponent(wellFormed(id));
