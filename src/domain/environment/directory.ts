/** Who an environment is: what changes seldom and is asked for seldom. */
export type EnvironmentInfo = {
  readonly id: string;
  readonly name: string;
  readonly mode: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly clusterId?: string | undefined;
  readonly clusterName?: string | undefined;
};

/** Every environment that we have a name for, by id. */
export type Directory = ReadonlyMap<string, EnvironmentInfo>;
