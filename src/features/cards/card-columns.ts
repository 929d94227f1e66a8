import { useElementSize } from '#browser/use-element-size.ts';
import { useMedia } from '#browser/use-media.ts';
import { useSettings } from '#data/preferences/settings-store.ts';

/** Boards with more environments than this have small cards, unless the user chose a density. */
const MAX_COMFORTABLE = 24;

/** Smallest width of a column in CSS pixels: a card and the gap beside it. */
const MIN_COLUMN_PX = { comfortable: 300, tight: 256 } as const;

type Width = { readonly widthPx: number };
const columnsOf =
  (minPx: number) =>
  ({ widthPx }: Width) =>
    Math.max(1, Math.floor(widthPx / minPx));
const comfortableColumns = columnsOf(MIN_COLUMN_PX.comfortable);
const tightColumns = columnsOf(MIN_COLUMN_PX.tight);

/**
 * Returns whether the board has small cards, a `ref` for its grid, and the grid's number of columns: undefined until it
 * has been measured, which happens before the first paint.
 *
 * `total` counts the whole board. If it counted matches, one typed letter could change the size of all cards.
 */
export function useCardColumns(total: number) {
  const { density } = useSettings();
  const isPhone = useMedia('(max-width: 639px)');
  const isTight = density === 'automatic' ? isPhone || total > MAX_COMFORTABLE : density === 'compact';
  const [grid, columns] = useElementSize(isTight ? tightColumns : comfortableColumns);
  return { isTight, grid, columns } as const;
}
