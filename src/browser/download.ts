/** Milliseconds after which the file's address is released. The browser has read the file by then. */
const RELEASE_MS = 10_000;

/** Gives the user a JSON text as a file. Returns false where the browser cannot make one. */
export const downloadJson = (name: string, text: string): boolean => downloadText(name, text, 'application/json');

/** Gives the user a text as a file of a media type. Returns false where the browser cannot make one. */
export function downloadText(name: string, text: string, type: string): boolean {
  try {
    const url = URL.createObjectURL(new Blob([text], { type }));
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
