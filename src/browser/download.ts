/** Milliseconds after which the file's address is released. The browser has read the file by then. */
const RELEASE_MS = 10_000;

/** Gives the user a JSON text as a file. Returns false where the browser cannot make one. */
export function downloadJson(name: string, text: string): boolean {
  try {
    const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), RELEASE_MS);
    return true;
  } catch {
    return false;
  }
}
