/** What Qovery reports of one environment. Words that we do not know are kept as they came. */
export type EnvironmentStatus = {
  readonly id: string;
  readonly state: string;
  readonly lastDeploymentState: string;
  /** Epoch milliseconds. Whether Qovery means the start or the end is not established. */
  readonly lastDeploymentAt?: number | undefined;
  readonly lastDeploymentId?: string | undefined;
  readonly durationSeconds?: number | undefined;
  readonly origin?: string | undefined;
  readonly triggeredBy?: string | undefined;
  readonly configuration?: string | undefined;
};

/** True when a project's answer carries ids and states only, so another endpoint must be asked. */
export const isPartial = (statuses: readonly EnvironmentStatus[]): boolean =>
  statuses.length > 0 &&
  statuses.every(({ configuration, origin }) => configuration === undefined && origin === undefined);
