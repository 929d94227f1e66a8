/** Copies `text`, on a click or key of the user. Returns false where the browser lacks or refuses the clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Plain http has no clipboard at all.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
