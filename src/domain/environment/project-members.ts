/**
 * The environments of a project, by id: null while present, or the epoch milliseconds at which its absence was noticed.
 */
export type Members = Readonly<Record<string, number | null>>;

/** Milliseconds for which a vanished environment is still shown. */
const MAX_GONE_MS = 86_400_000;

/**
 * Merges the members that two tabs derived from the same answer of one project. A vanished environment that only one
 * tab contains is dropped: the user dismissed it in the other tab.
 */
export function mergeMembers(a: Members, b: Members): Members {
  const both = Object.entries(a).filter(([id, goneAt]) => goneAt === null || Object.hasOwn(b, id));
  const onlyInB = Object.entries(b).filter(([id, goneAt]) => goneAt === null && !Object.hasOwn(a, id));
  return Object.fromEntries([...both, ...onlyInB]);
}

/**
 * Returns the members after a project's answer; `before` itself when nothing changed. `presentIds` are the environments
 * in the answer, and `now` is epoch milliseconds.
 */
export function membersAfter(before: Members | undefined, presentIds: readonly string[], now: number): Members {
  const present = new Set(presentIds);
  const gone = Object.entries(before ?? {}).flatMap(([id, goneAt]) => {
    if (present.has(id)) return [];
    const since = goneAt ?? now;
    return now - since < MAX_GONE_MS ? [[id, since] as const] : [];
  });
  const after: Members = Object.fromEntries([...presentIds.map((id) => [id, null] as const), ...gone]);
  const isSame =
    before !== undefined &&
    Object.keys(before).length === Object.keys(after).length &&
    Object.entries(after).every(([id, goneAt]) => before[id] === goneAt);
  return isSame ? before : after;
}
