/** A path whose last segment holds an escaped `?` or `#` and what followed it. */
const ESCAPED_QUERY = /^(.*\/)[^/]*?%(3F|23)(.*(?:=|%3D).*)$/i;

/**
 * Restores the query or the fragment of an address in which a program escaped `?` or `#`. The folder of the path stays.
 */
export function restoreQuery(): void {
  const [, folder, mark, rest] = ESCAPED_QUERY.exec(location.pathname) ?? [];
  if (folder === undefined || rest === undefined) return;
  try {
    const tail = `${location.search}${location.hash}`;
    history.replaceState(history.state, '', `${folder}${mark === '23' ? '#' : '?'}${rest}${tail}`);
  } catch {
    // The browser does not let the page change its address: the page opens without the board.
  }
}
