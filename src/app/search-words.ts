import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { SNOOZED } from '#messages/environment.ts';
import { configurationText, modeText, originText, stateText, TONE_WORDS } from '#messages/qovery-terms.ts';

/** The words that a card shows for the values of an environment, which the filter finds. */
export const searchWords = ({ status, tone, info, isSnoozed }: BoardEnvironment): string =>
  [
    // A snoozed environment counts as snoozed only.
    isSnoozed ? SNOOZED : TONE_WORDS[tone],
    stateText(status?.state),
    info && modeText(info.mode),
    status?.configuration && configurationText(status.configuration),
    status?.origin && originText(status.origin),
  ].join(' ');
