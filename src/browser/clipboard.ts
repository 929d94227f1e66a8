/** Milliseconds to wait for the clipboard, which may never answer. */
const MAX_WAIT_MS = 2_000;

/** Copies `text`, on a click or key of the user. Returns false where the clipboard is missing, refused or does not answer. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // A browser may keep `writeText` pending for ever: the timer gives it up, and the user copies by hand.
    const late = new Promise<false>((resolve) => setTimeout(resolve, MAX_WAIT_MS, false));
    // Plain http has no clipboard at all.
    return await Promise.race([navigator.clipboard.writeText(text).then(() => true), late]);
  } catch {
    return false;
  }
}
