/** Said where the browser refuses the page its storage. */
export const KEEPS_NOTHING =
  'This browser lets the page keep nothing: boards, settings and readings last until you close this tab.';
/** Said where the browser refuses what tabs need to share their work. */
export const SHARES_NOTHING = 'Tabs cannot share their work in this browser: each tab sends its own requests.';
