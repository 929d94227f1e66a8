/** The environments that a project was heard to hold, each with the moment (epoch ms) it was found gone. */
export type Members = Readonly<Record<string, number | null>>;

/** For how long a vanished environment is still shown, in milliseconds. */
const REMEMBERED_MS = 86_400_000;

/**
 * The members that two tabs remember of one project's same answer. An environment that is gone and that one of them no
 * longer holds was dismissed there.
 */
export function mergeMembers(a: Members, b: Members): Members {
  const both = Object.entries(a).filter(([id, goneAt]) => goneAt === null || Object.hasOwn(b, id));
  const onlyInB = Object.entries(b).filter(([id, goneAt]) => goneAt === null && !Object.hasOwn(a, id));
  return Object.fromEntries([...both, ...onlyInB]);
}

/** The members after a project's answer. The very same object when nothing came or went. */
export function membersAfter(before: Members | undefined, answered: readonly string[], now: number): Members {
  const present = new Set(answered);
  const gone = Object.entries(before ?? {}).flatMap(([id, goneAt]) => {
    if (present.has(id)) return [];
    const since = goneAt ?? now;
    return now - since < REMEMBERED_MS ? [[id, since] as const] : [];
  });
  const after: Members = Object.fromEntries([...answered.map((id) => [id, null] as const), ...gone]);
  const isSame =
    before !== undefined &&
    Object.keys(before).length === Object.keys(after).length &&
    Object.entries(after).every(([id, goneAt]) => before[id] === goneAt);
  return isSame ? before : after;
}
