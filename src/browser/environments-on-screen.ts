/** Milliseconds after which an unanswered question counts as "none": a hidden page renders no frame. */
const MAX_WAIT_MS = 500;
const NONE: ReadonlySet<string> = new Set();

/** Resolves to the ids of these elements with a part inside the window, after the next frame. */
const idsOnScreen = (elements: Iterable<HTMLElement>): Promise<ReadonlySet<string>> =>
  new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      const seen = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
      end(new Set(seen.map((element) => (element instanceof HTMLElement && element.dataset.environmentId) || '')));
    });
    const end = (ids: ReadonlySet<string>) => {
      clearTimeout(timer);
      observer.disconnect();
      resolve(ids);
    };
    const timer = setTimeout(() => end(NONE), MAX_WAIT_MS);
    for (const element of elements) observer.observe(element);
  });

/**
 * Resolves to the ids of the environments with a part inside the window, in every view; to none where the page is hidden
 * or has no layout. To read positions at once would make the browser compute the layout twice in a frame.
 */
export async function environmentsOnScreen(): Promise<ReadonlySet<string>> {
  const elements = document.querySelectorAll<HTMLElement>('[data-environment-id]');
  if (document.hidden || elements.length === 0) return NONE;
  try {
    return await idsOnScreen(elements);
  } catch {
    // The browser lacks or refuses the facility. The order of requests is then that of the board.
    return NONE;
  }
}
