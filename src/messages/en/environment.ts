import { shortTimes } from './date-time.ts';

/** Replaces the name of a project until the name is loaded, and where the token may not read it. */
export const UNKNOWN_PROJECT = 'Unknown project';

/** `acme / storefront`. Leaves out an organization name that is not loaded. */
export const projectPathText = ({ organizationName, projectName }: ProjectPath): string =>
  [organizationName, projectName || UNKNOWN_PROJECT].filter((name) => name !== '').join(' / ');
type ProjectPath = { readonly organizationName: string; readonly projectName: string };

/** Accessible name of an environment in every view. The name comes first. */
export const environmentLabel = (name: string, project: string | undefined, state: string): string =>
  `${name}, ${project || UNKNOWN_PROJECT}: ${state}`;

export const actionsText = (name: string): string => `Actions for ${name}`;

/** The person or program that triggered a deployment. */
export const byText = (name: string): string => `by ${name}`;

export const SNOOZED = 'Snoozed';
/** `Snoozed until 08:00`. `until` is in epoch milliseconds; undefined when only a change ends the snooze. */
export const snoozedText = (until: number | undefined, timeZone: string): string =>
  until === undefined ? 'Snoozed until it changes' : `Snoozed until ${shortTimes.clock(until, timeZone)}`;
export const IN_PROGRESS = 'in progress';
export const failingText = (count: string): string => `${count} failing`;

export const unpinnedText = (name: string): string => `${name} unpinned.`;
export const hiddenText = (name: string): string => `${name} hidden.`;
