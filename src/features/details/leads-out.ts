/** The icon's path of a link that leads out of the page. */
export const LEADS_OUT = 'M9.5 3.5h3v3M12.5 3.5l-5 5M11.5 9.5v3h-8v-8h3';
