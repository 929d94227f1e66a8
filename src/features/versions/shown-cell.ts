import { hasNoStates } from '#domain/environment/service.ts';
import { type Tone, toneOf } from '#domain/environment/tone.ts';
import { shortVersion } from '#domain/versions/version.ts';
import type { RunningService } from '#domain/versions/version-answer.ts';
import type { Cell } from '#domain/versions/version-matrix.ts';
import { stateText } from '#messages/qovery-terms.ts';
import { comparisonText, configuredText, maybeConfiguredText } from '#messages/version-comparison.ts';
import { SEPARATOR, VERSIONS_WORDS as WORDS } from '#messages/versions.ts';

/** The deployed version in its short form; undefined when it is not known. */
export const shownVersion = ({ deployed }: RunningService): string | undefined => deployed && shortVersion(deployed);

/** A configured version that is not deployed, or of which it is not known whether it is. */
export type ShownPending = {
  readonly text: string;
  /** The text for a place without a legend. */
  readonly fullText: string;
  readonly isKnown: boolean;
};

/** The configured version where it is not, or not known to be, the deployed one. */
export function shownPending({ deployed, pending, service: { configured } }: RunningService): ShownPending | undefined {
  const version = pending ?? (deployed ? undefined : configured);
  if (!version) return undefined;
  const text = configuredText(shortVersion(version));
  const isKnown = pending !== undefined;
  return { text, fullText: isKnown ? text : maybeConfiguredText(shortVersion(version)), isKnown };
}

/**
 * The state of a service. An environment that is all deployed has deployed services; its other states prove nothing about
 * a single service.
 */
export const stateOfService = ({ state, service: { kind } }: RunningService, environmentTone: Tone) =>
  state ?? (environmentTone === 'ok' && !hasNoStates({ kind, state }) ? 'DEPLOYED' : undefined);

export const toneOfService = (running: RunningService, environmentTone: Tone): Tone =>
  toneOf(stateOfService(running, environmentTone));

/** The words for the state of a service, that Qovery gives none for its kind, or that it could not be read. */
export function serviceStateText(running: RunningService, environmentTone: Tone): string {
  const { state, isStateUnread, service } = running;
  if (hasNoStates({ kind: service.kind, state })) return WORDS.noState;
  const shown = stateOfService(running, environmentTone);
  return shown === undefined && isStateUnread ? WORDS.stateUnread : stateText(shown);
}

/** The tooltip of a cell: its state, its whole version, and the chips, which a narrow column cuts. */
export const cellTitle = ({ running, comparison }: Extract<Cell, { kind: 'service' }>, environmentTone: Tone): string =>
  [
    serviceStateText(running, environmentTone),
    running.deployed?.text ?? WORDS.unknown,
    shownPending(running)?.fullText ?? (running.isOutOfDate ? WORDS.edited : undefined),
    comparison && comparisonText(comparison),
  ]
    .filter((text) => text !== undefined)
    .join(` ${SEPARATOR} `);
