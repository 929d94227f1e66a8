import { type CSSProperties, useMemo } from 'react';
import { useElementSize } from '#browser/use-element-size.ts';
import { usePrintedAt } from '#browser/use-printed-at.ts';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { STATES } from '#domain/environment/state.ts';
import { lettersEm } from '#domain/view/letters-em.ts';
import { sortEnvironments } from '#domain/view/sort.ts';
import { summarize } from '#domain/view/summary.ts';
import { areaOf, tracksOf } from '#domain/view/wall-bands.ts';
import { layOutWall, type WallLayout } from '#domain/view/wall-layout.ts';
import { cannotBeShown } from '#messages/errors.ts';
import { stateText } from '#messages/qovery-terms.ts';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { isFilled, RestTile, WallTile } from './wall-tile.tsx';

/** The longest state of the page's language: each tile reserves room for it. */
const [SAMPLE = ''] = STATES.map(stateText).toSorted((a, b) => lettersEm(b) - lettersEm(a));
const whole = <T,>(size: T): T => size;
const SAMPLE_PX = 100;
/** The width of an upright page without its margins, in CSS pixels. The page cannot measure itself before it is printed. */
const PAPER_PX = 700;

/** Renders the tiles, as large as the screen allows. */
export function WallGrid({ shown }: { readonly shown: readonly BoardEnvironment[] }) {
  const [room, roomSize] = useElementSize(whole);
  const [sample, sampleSize] = useElementSize(whole);
  // Names and the number of failing environments decide the layout, so other answers never change the size of a tile.
  const names = shown.map(nameOf).join('\n');
  const failing = shown.filter(isFilled).length;
  const isPaged = usePrintedAt() !== undefined;
  const widthPx = isPaged ? PAPER_PX : (roomSize?.widthPx ?? innerWidth);
  const heightPx = roomSize?.heightPx ?? innerHeight;
  // The user's own styles may widen letters and lines.
  const letterScale = (sampleSize?.widthPx ?? 0) / (SAMPLE_PX * lettersEm(SAMPLE)) || 1;
  const lineHeight = (sampleSize?.heightPx ?? 0) / SAMPLE_PX || 1;
  const layout = useMemo(
    () =>
      layOutWall({
        widthPx,
        heightPx,
        isPaged,
        letterScale,
        lineHeight,
        failing,
        names: names.split('\n'),
        longestState: SAMPLE,
      }),
    [widthPx, heightPx, isPaged, letterScale, lineHeight, failing, names],
  );
  const { bands, more } = layout;
  const placed = useMemo(() => {
    const sorted = more > 0 ? sortEnvironments(shown, 'attention') : shown;
    return bands ? [...sorted.filter(isFilled), ...sorted.filter((one) => !isFilled(one))] : sorted;
  }, [shown, more, bands]);
  const rest = placed.slice(layout.shown);
  return (
    <div
      ref={room}
      className={`relative min-h-0 grow ${layout.scrolls ? 'overflow-y-auto' : 'overflow-hidden'}`}
      tabIndex={layout.scrolls ? 0 : undefined}
    >
      <span
        ref={sample}
        aria-hidden="true"
        className="invisible absolute top-0 left-0 whitespace-nowrap font-semibold text-[100px] leading-none print:hidden"
      >
        {SAMPLE}
      </span>
      <div className={gridClass(layout)} style={gridStyle(layout)}>
        {placed.slice(0, layout.shown).map((environment, index) => (
          <ErrorBoundary
            key={environment.id}
            of={environment}
            fallback={() => (
              <article data-environment-id={environment.id}>{cannotBeShown(nameOf(environment))}</article>
            )}
          >
            <WallTile environment={environment} form={layout.form} {...placeOf(layout, index)} />
          </ErrorBoundary>
        ))}
        {rest.length > 0 && <RestTile summary={summarize(rest)} form={layout.form} area={restArea(layout)} />}
      </div>
    </div>
  );
}

/** Returns the place of a tile in the bands, and the looks of a failing one. Equal tiles are placed by the browser. */
function placeOf({ bands }: WallLayout, index: number) {
  if (!bands) return {};
  const { row, column, span } = areaOf(bands, index);
  const area = `${row} / ${column} / auto / span ${span}`;
  const { form, typePx, count } = bands.failing;
  return index < count ? { area, form, typePx } : { area };
}

/** Returns the place of the last tile, which fills its row. */
function restArea({ bands, columns, rows, shown }: WallLayout): string {
  if (!bands) return `auto / span ${columns * rows - shown}`;
  const { row, column } = areaOf(bands, shown);
  return `${row} / ${column} / auto / -1`;
}

const gridClass = ({ scrolls }: WallLayout): string =>
  `relative grid grid-cols-[repeat(var(--wall-columns),minmax(0,1fr))] text-[length:var(--wall-type)] ${
    scrolls ? 'auto-rows-auto' : 'h-full'
  }`;

const rowsOf = (rows: number, ratio = 1): string => `repeat(${rows}, minmax(0, ${ratio}fr))`;

const gridStyle = ({
  bands,
  columns,
  rows,
  typePx,
  gapPx,
  scrolls,
}: WallLayout): CSSProperties & Record<`--${string}`, string | number> => ({
  '--wall-columns': bands ? tracksOf(bands) : columns,
  '--wall-type': `${typePx}px`,
  gap: gapPx,
  ...(!scrolls && {
    gridTemplateRows: bands ? `${rowsOf(bands.failing.rows, bands.rowRatio)} ${rowsOf(rows)}` : rowsOf(rows),
  }),
});
