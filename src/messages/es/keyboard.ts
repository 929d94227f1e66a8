/** Announcements for screen readers after a key press. */
export const pageText = (page: string): string => `Página: ${page}`;
export const viewText = (view: string): string => `Vista: ${view}`;
export const groupText = (group: string): string => `Agrupación: ${group}`;
export const CHECKING_NOW = 'Comprobando ahora';
