/** The names and ids of an environment and its surroundings. They change rarely, so they are fetched rarely. */
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

/** All environments whose names are known, by id. */
export type Directory = ReadonlyMap<string, EnvironmentInfo>;
