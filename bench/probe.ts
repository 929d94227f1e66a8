/** The timeline of a page's start. Times in milliseconds since its navigation began. */
export type Timeline = {
  fcp: number;
  lcp: number;
  firstCard: number | undefined;
  allCards: number | undefined;
  longTasks: { readonly at: number; readonly duration: number }[];
  /** Milliseconds from a keydown to the next paint, in steps of 8 ms. */
  keys: number[];
};

declare global {
  interface Window {
    benchTimeline: Timeline;
  }
}

export type Expected = { readonly environments: number; readonly unknown: number };

/**
 * Runs in the page before its own scripts: notes the first card with a state, and the summary that counts all states.
 * It checks once a frame, at the same cost for the app and the limit page. The function must not use variables outside
 * itself.
 */
export function installProbe({ environments, unknown }: Expected): void {
  const timeline: Timeline = { fcp: 0, lcp: 0, firstCard: undefined, allCards: undefined, longTasks: [], keys: [] };
  window.benchTimeline = timeline;
  const watch = (type: string, see: (entry: PerformanceEntry) => void, options = {}) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) see(entry);
    }).observe({ type, buffered: true, ...options });
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') timeline.fcp = startTime;
  });
  watch('largest-contentful-paint', ({ startTime }) => {
    timeline.lcp = startTime;
  });
  watch('longtask', ({ startTime, duration }) => timeline.longTasks.push({ at: startTime, duration }));
  watch('event', ({ name, duration }) => name === 'keydown' && timeline.keys.push(duration), { durationThreshold: 16 });

  const hasCard = () => document.querySelector('[data-environment-id][data-state]:not([data-state=""])') !== null;
  const hasAll = () => {
    const parts = [...document.querySelectorAll<HTMLElement>('[aria-label="Summary"] [aria-hidden="true"] > span')];
    const widthOf = (some: readonly HTMLElement[]) => some.reduce((sum, { style }) => sum + Number(style.flexGrow), 0);
    const unread = parts.filter(({ classList }) => classList.contains('bg-unknown'));
    return widthOf(parts) === environments && widthOf(unread) === unknown;
  };
  /** Calls `note` after the next paint: a message that a frame sends arrives after its paint. */
  const painted = (note: (at: number) => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => note(performance.now());
    port2.postMessage(0);
  };
  const look = () => {
    if (timeline.firstCard === undefined && hasCard()) {
      timeline.firstCard = -1;
      painted((at) => {
        timeline.firstCard = at;
      });
    }
    if (timeline.allCards === undefined && hasAll()) {
      timeline.allCards = -1;
      painted((at) => {
        timeline.allCards = at;
      });
    }
    if (timeline.firstCard === undefined || timeline.allCards === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Runs in the page: counts frames of the main thread for `lengthMs`. The function must not use variables outside
 * itself.
 */
export function countFrames(lengthMs: number): Promise<{ readonly shown: number; readonly dropped: number }> {
  const frameMs = 1_000 / 60;
  return new Promise((resolve) => {
    let shown = 0;
    let dropped = 0;
    let start: number | undefined;
    let last = 0;
    const frame = (now: number) => {
      start ??= now;
      if (last > 0) dropped += Math.max(0, Math.round((now - last) / frameMs) - 1);
      last = now;
      shown += 1;
      if (now - start < lengthMs) requestAnimationFrame(frame);
      else resolve({ shown, dropped });
    };
    requestAnimationFrame(frame);
  });
}
