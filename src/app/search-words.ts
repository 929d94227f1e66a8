import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { SNOOZED } from '#messages/environment.ts';
import { configurationText, modeText, originText, TONE_WORDS } from '#messages/qovery-terms.ts';
import { currentStateText } from '#ui/current-state-text.ts';

/** The words that a card shows for the values of an environment, which the filter finds. */
export const searchWords = ({ status, failure, tone, info, isSnoozed }: BoardEnvironment): string =>
  [
    // A snoozed environment counts as snoozed only.
    isSnoozed ? SNOOZED : TONE_WORDS[tone],
    currentStateText({ status, failure }),
    info && modeText(info.mode),
    status?.configuration && configurationText(status.configuration),
    status?.origin && originText(status.origin),
  ].join(' ');
