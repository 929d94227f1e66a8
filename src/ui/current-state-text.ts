import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { stateText, TONE_WORDS } from '#messages/qovery-terms.ts';

/** Returns an environment's state in words. After a failed request the state is unknown, and no longer "not checked yet". */
export const currentStateText = ({ status, failure }: Pick<BoardEnvironment, 'status' | 'failure'>): string =>
  status || !failure ? stateText(status?.state) : TONE_WORDS.unknown;
