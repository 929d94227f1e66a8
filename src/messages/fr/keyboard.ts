/** Announcements for screen readers after a key press. */
export const pageText = (page: string): string => `Page : ${page}`;
export const viewText = (view: string): string => `Vue : ${view}`;
export const groupText = (group: string): string => `Groupement : ${group}`;
export const CHECKING_NOW = 'Vérification en cours';
