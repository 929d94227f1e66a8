/** Replaces the name of a project until the name is loaded. */
export const UNKNOWN_PROJECT = 'unknown project';

/** Accessible name of an environment in every view. The name comes first. */
export const environmentLabel = (name: string, project: string | undefined, state: string): string =>
  `${name}, ${project ?? UNKNOWN_PROJECT}: ${state}`;

export const actionsText = (name: string): string => `Actions for ${name}`;

/** The person or program that triggered a deployment. */
export const byText = (name: string): string => `by ${name}`;

export const SNOOZED = 'Snoozed';
export const IN_PROGRESS = 'in progress';
export const failingText = (count: string): string => `${count} failing`;

export const unpinnedText = (name: string): string => `${name} unpinned.`;
export const hiddenText = (name: string): string => `${name} hidden.`;
