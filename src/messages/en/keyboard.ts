/** Announcements for screen readers after a key press. */
export const pageText = (page: string): string => `Page: ${page}`;
export const viewText = (view: string): string => `View: ${view}`;
export const groupText = (group: string): string => `Group: ${group}`;
export const CHECKING_NOW = 'Checking now';
