import type { PickerDirectory } from '#data/directory/use-picker-directory.ts';
import { type Failure, isSessionEnd } from '#domain/environment/failure.ts';
import { failureText, listFailureText } from '#messages/failures.ts';
import {
  COPY_ADDRESS,
  CREATE_FIRST,
  failedText,
  LINK_NAMES_NOTHING,
  MAY_NOT_LIST,
  NO_ORGANIZATION,
  NONE_YET,
  noneInText,
  nothingCalledText,
  PASTE_INSTEAD,
  PASTE_ONE,
  READING,
  SLOW,
  savedListText,
  waitingText,
} from '#messages/pin-picker.ts';

/** A message and the only action that the user can take. */
export type PickerStatus = {
  readonly title: string;
  readonly next?: string | undefined;
  readonly action?: 'retry' | 'console' | undefined;
};

const REFUSED: PickerStatus = { title: MAY_NOT_LIST, next: PASTE_INSTEAD };

const isRefusal = (failure: Failure): boolean =>
  !isSessionEnd(failure) && (failure.kind === 'unauthorized' || failure.kind === 'denied');

export const failedOf = ({ organizations = [] }: PickerDirectory) =>
  organizations.flatMap(({ name, failure }) => (failure ? [{ name, failure }] : []));

const isEmpty = ({ environments, projects }: PickerDirectory): boolean => environments.length + projects.length === 0;

/** Returns why the picker has no entries; undefined when it has some. */
export function emptyStatus(names: PickerDirectory, isSlow: boolean): PickerStatus | undefined {
  const { organizations, failure, isFetching } = names;
  if (!isEmpty(names)) return undefined;
  if (isFetching) {
    const next = isSlow ? SLOW : undefined;
    return { title: READING, next };
  }
  if (failure) {
    return isRefusal(failure) ? REFUSED : { title: failureText(failure), next: PASTE_INSTEAD, action: 'retry' };
  }
  const failed = failedOf(names);
  if (failed.length > 0) {
    return failed.every((organization) => isRefusal(organization.failure) && failed.length === organizations?.length)
      ? REFUSED
      : { title: failedText(failed, organizations?.length ?? 0), next: PASTE_INSTEAD, action: 'retry' };
  }
  if (organizations?.length === 0) return { title: NO_ORGANIZATION, next: PASTE_INSTEAD };
  return {
    title: noneInText((organizations ?? []).map(({ name }) => name)),
    next: CREATE_FIRST,
    action: 'console',
  };
}

/** Returns the message above a usable list that is incomplete or outdated. */
export function partialStatus(names: PickerDirectory, isSlow: boolean): PickerStatus | undefined {
  const { organizations, failure, isFetching } = names;
  if (isEmpty(names)) return undefined;
  if (isFetching) {
    const waiting = organizations?.filter(({ names: read, failure: why }) => !read && !why) ?? [];
    if (waiting.length === 0) return undefined;
    return { title: waitingText(waiting.length, isSlow) };
  }
  if (failure) return { title: savedListText(listFailureText(failure)), action: 'retry' };
  const failed = failedOf(names);
  if (failed.length > 0) return { title: failedText(failed, organizations?.length ?? 0), action: 'retry' };
  return names.environments.length > 0 ? undefined : { title: NONE_YET };
}

/** Returns the text for no matches. A link without a pinnable id has its own text, because it is not a name. */
export const nothingFound = (query: string): PickerStatus =>
  /:\/\/|qovery\.com/.test(query)
    ? { title: LINK_NAMES_NOTHING, next: COPY_ADDRESS }
    : { title: nothingCalledText(query), next: PASTE_ONE };
