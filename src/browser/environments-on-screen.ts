/** Returns the ids of the environments with a part inside the window, in every view. Empty where the page has no layout. */
export function environmentsOnScreen(): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const element of document.querySelectorAll<HTMLElement>('[data-environment-id]')) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight) ids.add(element.dataset.environmentId ?? '');
  }
  return ids;
}
