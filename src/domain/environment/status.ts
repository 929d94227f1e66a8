/** The status of one environment, as Qovery reports it. Unknown values stay unchanged. */
export type EnvironmentStatus = {
  readonly id: string;
  readonly state: string;
  readonly lastDeploymentState: string;
  /** Epoch milliseconds. Qovery does not document whether this is the start or the end of the deployment. */
  readonly lastDeploymentAt?: number | undefined;
  readonly lastDeploymentId?: string | undefined;
  readonly durationSeconds?: number | undefined;
  readonly origin?: string | undefined;
  readonly triggeredBy?: string | undefined;
  readonly configuration?: string | undefined;
};

/**
 * True when a project's answer contains only ids and states: the details then need one request for each environment.
 */
export const isPartial = (statuses: readonly EnvironmentStatus[]): boolean =>
  statuses.length > 0 &&
  statuses.every(({ configuration, origin }) => configuration === undefined && origin === undefined);
