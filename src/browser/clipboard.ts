import { answerInTime } from './answer-in-time.ts';

/** Milliseconds to wait for the clipboard, which may never answer. */
const MAX_WAIT_MS = 2_000;

/** Copies `text`, on a click or key of the user. Returns false where the clipboard is missing, refused or does not answer. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Plain http has no clipboard at all.
    await answerInTime(navigator.clipboard.writeText(text), MAX_WAIT_MS);
    return true;
  } catch {
    return false;
  }
}
