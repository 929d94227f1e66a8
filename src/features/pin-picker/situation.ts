import type { PickerNames } from '#data/use-picker.ts';
import type { Failure } from '#domain/failure.ts';
import { failureText } from '#ui/words/failures.ts';
import { failedText, PASTE_INSTEAD, READING } from '#ui/words/picker.ts';
import { plural } from '#ui/words/plural.ts';

/** Something to say, and the one thing that can be done about it. */
export type Situation = {
  readonly title: string;
  readonly next?: string | undefined;
  readonly action?: 'retry' | 'console' | undefined;
};

const REFUSED: Situation = { title: 'This token may not list environments.', next: PASTE_INSTEAD };

const isRefusal = ({ kind }: Failure): boolean => kind === 'unauthorized' || kind === 'denied';

export const failedOf = ({ organizations = [] }: PickerNames) =>
  organizations.flatMap(({ name, failure }) => (failure ? [{ name, failure }] : []));

const isEmpty = ({ environments, projects }: PickerNames): boolean => environments.length + projects.length === 0;

/** Why there is nothing at all to pick from; undefined when there is something. */
export function emptiness(names: PickerNames, isSlow: boolean): Situation | undefined {
  const { organizations, failure, isAsking } = names;
  if (!isEmpty(names)) return undefined;
  if (isAsking) {
    const next = isSlow ? 'Qovery is slow to answer. Ids and console links can be pasted meanwhile.' : undefined;
    return { title: READING, next };
  }
  if (failure) {
    return isRefusal(failure) ? REFUSED : { title: failureText(failure), next: PASTE_INSTEAD, action: 'retry' };
  }
  const failed = failedOf(names);
  if (failed.length > 0) {
    return failed.every((one) => isRefusal(one.failure) && failed.length === organizations?.length)
      ? REFUSED
      : { title: failedText(failed, organizations?.length ?? 0), next: PASTE_INSTEAD, action: 'retry' };
  }
  if (organizations?.length === 0) return { title: 'This token sees no organization.', next: PASTE_INSTEAD };
  return {
    title: `No environment yet in ${(organizations ?? []).map(({ name }) => name).join(', ')}.`,
    next: 'Create the first one in Qovery.',
    action: 'console',
  };
}

/** What to say beside a list that can be used: it is not complete, or not of now. */
export function shortcoming(names: PickerNames, isSlow: boolean): Situation | undefined {
  const { organizations, failure, isAsking } = names;
  if (isEmpty(names)) return undefined;
  if (isAsking) {
    const waiting = organizations?.filter(({ names: read, failure: why }) => !read && !why) ?? [];
    if (waiting.length === 0) return undefined;
    const slow = isSlow ? ' What is listed can be used already.' : '';
    return { title: `Waiting for ${plural(waiting.length, 'organization')} to answer…${slow}` };
  }
  if (failure) return { title: `${failureText(failure)} What is listed is from before.`, action: 'retry' };
  const failed = failedOf(names);
  if (failed.length > 0) return { title: failedText(failed, organizations?.length ?? 0), action: 'retry' };
  return names.environments.length > 0
    ? undefined
    : { title: 'No environment yet. A pinned project shows its environments as soon as there are any.' };
}

/** Nothing matches. A link that names nothing to pin is not called a name. */
export const nothingFound = (query: string): Situation =>
  /:\/\/|qovery\.com/.test(query)
    ? { title: 'This link names no environment or project.', next: 'Copy the address of an environment’s page.' }
    : { title: `Nothing is called “${query}”.`, next: 'Paste an id or a console link instead.' };
