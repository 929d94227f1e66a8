import { downloadJson } from '#browser/download.ts';
import type { PageAction } from '#browser/page-actions.ts';
import type { Board } from '#domain/board/board.ts';
import { BOARDS_FILE, writeBoardsFile } from '#domain/board/boards-file.ts';
import type { SavedBoards } from '#domain/board/saved-board.ts';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { TONES } from '#domain/environment/tone.ts';
import { foldText, wordsOf } from '#domain/text-search.ts';
import { NO_FILTER } from '#domain/view/filter.ts';
import { commandText, WORDS } from '#messages/command-palette.ts';
import { projectPathText, SNOOZED, UNKNOWN_PROJECT } from '#messages/environment.ts';
import { configurationText, TONE_WORDS } from '#messages/qovery-terms.ts';
import { NEW_BOARD } from '#messages/saved-boards.ts';
import type { PaletteCommand } from './commands.ts';

const action = (id: string, title: string, run: () => void, detail = ''): PaletteCommand => ({
  id,
  kind: 'action',
  title,
  detail,
  run,
});

export const pageCommands = (actions: readonly PageAction[]): readonly PaletteCommand[] =>
  actions.map(({ id, title, run }) => action(id, title, run));

/** Returns the command that saves the user's boards as a file. */
export const exportCommand = (boards: SavedBoards): PaletteCommand =>
  action('export', WORDS.exportBoards, () => void downloadJson(BOARDS_FILE, writeBoardsFile(boards)));

export const newBoardCommand = (create: () => void): PaletteCommand => action('new-board', NEW_BOARD, create);

/** Returns a command for each filter of the summary: `Show: Failing`. */
export function filterCommands(onChange: (part: Partial<Board>) => void): readonly PaletteCommand[] {
  const show = (id: string, word: string, filter: Partial<Board>) =>
    action(`show-${id}`, commandText(WORDS.show, word), () => onChange({ ...NO_FILTER, ...filter }));
  return [
    ...TONES.map((tone) => show(tone, TONE_WORDS[tone], { tones: [tone] })),
    show('out-of-date', configurationText('OUT_OF_DATE'), { outOfDate: true }),
    show('snoozed', SNOOZED, { snoozed: true }),
  ];
}

/** Length from which a typed word finds an action on an environment. */
const MIN_VERB_LETTERS = 3;

const isNamed = (verb: string, words: readonly string[]): boolean =>
  words.some((word) => word.length >= MIN_VERB_LETTERS && foldText(verb).includes(word));

/** Which of the actions on an environment a query names. */
export type NamedVerbs = { readonly snooze: boolean; readonly endSnooze: boolean; readonly label: boolean };

/** Actions on an environment need a word of their own in the query, so that a name finds the environment alone. */
export function namedVerbs(query: string): NamedVerbs {
  const words = wordsOf(query);
  return {
    snooze: isNamed(WORDS.snooze, words),
    endSnooze: isNamed(WORDS.endSnooze, words),
    label: isNamed(WORDS.label, words),
  };
}

const placeOf = ({ info }: BoardEnvironment): string => (info ? projectPathText(info) : UNKNOWN_PROJECT);

/** Returns a command for each environment that opens the dialog of its label. */
export const labelCommands = (
  environments: readonly BoardEnvironment[],
  label: (id: string) => void,
): readonly PaletteCommand[] =>
  environments.map((environment) =>
    action(
      `label-${environment.id}`,
      commandText(WORDS.label, nameOf(environment)),
      () => label(environment.id),
      placeOf(environment),
    ),
  );

type Snoozing = { readonly snooze: (id: string) => void; readonly endSnooze: (id: string) => void };

/**
 * Returns a command for each environment that snoozes it until it changes, or ends its snooze, if the query names that
 * action.
 */
export const snoozeCommands = (
  environments: readonly BoardEnvironment[],
  named: Omit<NamedVerbs, 'label'>,
  { snooze, endSnooze }: Snoozing,
): readonly PaletteCommand[] =>
  environments
    .filter(({ isSnoozed }) => (isSnoozed ? named.endSnooze : named.snooze))
    .map((environment) => {
      const { id, isSnoozed } = environment;
      const word = isSnoozed ? WORDS.endSnooze : WORDS.snooze;
      const run = () => (isSnoozed ? endSnooze : snooze)(id);
      return action(`snooze-${id}`, commandText(word, nameOf(environment)), run, placeOf(environment));
    });
