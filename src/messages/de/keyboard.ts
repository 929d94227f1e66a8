/** Announcements for screen readers after a key press. */
export const pageText = (page: string): string => `Seite: ${page}`;
export const viewText = (view: string): string => `Ansicht: ${view}`;
export const groupText = (group: string): string => `Gruppierung: ${group}`;
export const CHECKING_NOW = 'Wird jetzt geprüft';
