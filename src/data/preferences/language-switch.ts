type Reopened = { readonly which: 'settings' };
let reopened: Reopened | undefined;

/** Notes what the page opens when it is rendered next, in another language; undefined for nothing. */
export function noteSwitch(next: Reopened | undefined): void {
  reopened = next;
}

/** Returns what the page before this one, in another language, had open. */
export const reopenedOverlay = (): Reopened | undefined => reopened;
