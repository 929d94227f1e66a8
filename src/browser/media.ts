/** Returns whether a media query matches now; false if the browser cannot evaluate it. */
export function matchesMedia(query: string): boolean {
  try {
    return matchMedia(query).matches;
  } catch {
    return false;
  }
}
