/** Commits and renders since the previous call of `benchCommits`. */
type Commits = {
  /** Commits that rendered more than ages. */
  readonly commits: number;
  /** Renders of cards. */
  readonly cards: number;
  /** Renders of each component, by name. */
  readonly drawn: Readonly<Record<string, number>>;
};

declare global {
  interface Window {
    benchCommits: () => Commits;
  }
}

/**
 * Runs in the page before its own scripts, in place of React's developer tools, which React notifies of each commit.
 * Needs the build with the profiler, whose components keep their names. The function must not use variables outside
 * itself.
 */
export function installCommitCounter(): void {
  type Fiber = {
    readonly tag: number;
    readonly flags: number;
    readonly type: unknown;
    readonly child: Fiber | null;
    readonly sibling: Fiber | null;
    readonly alternate: Fiber | null;
  };
  /** Function component, forwarded, memo, simple memo. */
  const COMPONENTS = [0, 11, 14, 15];
  const PERFORMED_WORK = 1;
  /** Components that render each second, with or without a poll, and the one that announces the key R. */
  const AGES = ['Ago', 'TimeAgo', 'Checked', 'PollingStatus', 'KeyboardShortcuts'];
  let commits = 0;
  let drawn: Record<string, number> = {};

  const nameOf = (type: unknown): string => {
    if (typeof type === 'function') return type.name;
    if (typeof type === 'object' && type !== null && 'type' in type) return nameOf(type.type);
    return '?';
  };
  const note = (fiber: Fiber | null, names: string[]): void => {
    for (let one = fiber; one; one = one.sibling) {
      if (COMPONENTS.includes(one.tag) && (one.flags & PERFORMED_WORK) !== 0) names.push(nameOf(one.type));
      // The same child object as before the commit: React rendered nothing below it.
      if (one.alternate === null || one.child !== one.alternate.child) note(one.child, names);
    }
  };
  Object.assign(window, {
    benchCommits: () => {
      const seen = { commits, cards: drawn.EnvironmentCard ?? 0, drawn };
      commits = 0;
      drawn = {};
      return seen;
    },
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      checkDCE() {},
      onCommitFiberUnmount() {},
      onPostCommitFiberRoot() {},
      onCommitFiberRoot: (_: number, root: { readonly current: Fiber }) => {
        const names: string[] = [];
        note(root.current.child, names);
        for (const name of names) drawn[name] = (drawn[name] ?? 0) + 1;
        if (names.some((name) => !AGES.includes(name))) commits += 1;
      },
    },
  });
}
