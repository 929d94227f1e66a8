/** What React did since it was last asked. */
type Commits = {
  /** Commits that drew something else than an age. */
  readonly commits: number;
  /** How many times a card was drawn. */
  readonly cards: number;
  /** How many times each component was drawn. */
  readonly drawn: Readonly<Record<string, number>>;
};

declare global {
  interface Window {
    benchCommits: () => Commits;
  }
}

/**
 * Runs in the page, before anything of it: stands in for React's developer tools, to which React tells each commit. Needs
 * the build with the profiler, whose components keep their names. Must refer to nothing outside itself.
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
  /** What the clock draws each second, poll or no poll; and what says that R was pressed. */
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
      // The very same child as before the commit: nothing under it was looked at.
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
