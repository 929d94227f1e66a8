/** What a key did, for those who do not see it. */
export const viewText = (view: string): string => `View: ${view}`;
export const groupText = (group: string): string => `Group: ${group}`;
export const CHECKING_NOW = 'Checking now';
