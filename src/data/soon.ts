/** What polls once the first screen stands. Fetched with what else comes soon. */
export { HistoryKeeper } from './history-keeper.ts';
export { openTabTeam } from './tab-team.ts';
