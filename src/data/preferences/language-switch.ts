let hasOpenSettings = false;

/** Notes whether the page is being rendered in another language while its settings are open. */
export function noteSwitch(isFromSettings: boolean): void {
  hasOpenSettings = isFromSettings;
}

/** True while a page in another language must open the settings, as the page before it had them open. */
export const isSwitching = (): boolean => hasOpenSettings;
