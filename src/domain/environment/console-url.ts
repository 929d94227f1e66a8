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

type ServicePath = EnvironmentPath & { readonly serviceId: string };

/** Returns the address of a service in Qovery's console. Never throws. */
export const consoleServiceUrl = (path: ServicePath): string =>
  `${consoleEnvironmentUrl(path)}/service/${segment(path.serviceId)}/overview`;

/** Returns the address of the log of one deployment of a service. Never throws. */
export const consoleLogUrl = (path: ServicePath & { readonly deploymentId: string }): string =>
  `${consoleEnvironmentUrl(path)}/service/${segment(path.serviceId)}/deployments/logs/${segment(path.deploymentId)}`;

const segment = (id: string): string => encodeURIComponent(wellFormed(id));
