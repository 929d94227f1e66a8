/** What stands for a project whose name is not known. */
export const UNKNOWN_PROJECT = 'unknown project';

/** What an environment is called by a screen reader, wherever it is shown: its name first. */
export const environmentLabel = (name: string, project: string | undefined, state: string): string =>
  `${name}, ${project ?? UNKNOWN_PROJECT}: ${state}`;

export const actionsText = (name: string): string => `Actions for ${name}`;

/** Who or what triggered a deployment. */
export const byText = (name: string): string => `by ${name}`;

export const SNOOZED = 'Snoozed';
export const IN_PROGRESS = 'in progress';
export const failingText = (count: string): string => `${count} failing`;

export const unpinnedText = (name: string): string => `${name} unpinned.`;
export const hiddenText = (name: string): string => `${name} hidden.`;
