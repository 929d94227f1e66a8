import { BOARD, CAPS, ENVIRONMENTS, EVERYWHERE, WALL } from '#messages/key-list.ts';
import { PALETTE_KEYS } from '#ui/key-cap.tsx';

export type Shortcut = {
  /** Any of these keys; all of them pressed together if `isTogether`. */
  readonly keys: readonly string[];
  readonly isTogether?: boolean;
  readonly does: string;
};

/** All shortcuts. */
export const SHORTCUT_GROUPS: readonly { readonly title: string; readonly shortcuts: readonly Shortcut[] }[] = [
  {
    title: BOARD.title,
    shortcuts: [
      { keys: ['/'], does: BOARD.filter },
      { keys: ['p'], does: BOARD.pin },
      { keys: ['s'], does: BOARD.share },
      { keys: ['r'], does: BOARD.refresh },
      { keys: ['1', '2', '3', '4'], does: BOARD.pages },
      { keys: ['v'], does: BOARD.view },
      { keys: ['g'], does: BOARD.group },
    ],
  },
  {
    title: ENVIRONMENTS.title,
    shortcuts: [
      { keys: ['←', '→'], does: ENVIRONMENTS.sideways },
      { keys: ['↑', '↓'], does: ENVIRONMENTS.upAndDown },
      { keys: [CAPS.home, CAPS.end], does: ENVIRONMENTS.ends },
      { keys: [CAPS.enter], does: ENVIRONMENTS.details },
      { keys: ['.'], does: ENVIRONMENTS.menu },
    ],
  },
  {
    title: EVERYWHERE.title,
    shortcuts: [
      { keys: PALETTE_KEYS, isTogether: true, does: EVERYWHERE.find },
      { keys: ['m'], does: EVERYWHERE.sound },
      { keys: ['?'], does: EVERYWHERE.help },
      { keys: [CAPS.escape], does: EVERYWHERE.close },
    ],
  },
  {
    title: WALL.title,
    shortcuts: [
      { keys: ['f'], does: WALL.full },
      { keys: [CAPS.escape], does: WALL.leave },
    ],
  },
];
