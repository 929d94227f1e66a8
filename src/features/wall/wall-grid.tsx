import { type CSSProperties, useMemo } from 'react';
import { useElementSize } from '#browser/use-element-size.ts';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { lettersEm } from '#domain/view/letters-em.ts';
import { sortEnvironments } from '#domain/view/sort.ts';
import { summarize } from '#domain/view/summary.ts';
import { layOutWall, type WallLayout } from '#domain/view/wall-layout.ts';
import { cannotBeShown } from '#messages/errors.ts';
import { stateText } from '#messages/qovery-terms.ts';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { RestTile, WallTile } from './wall-tile.tsx';

const SAMPLE = stateText('DEPLOYMENT_QUEUED');
const whole = <T,>(size: T): T => size;
const SAMPLE_PX = 100;
const GAP = { tall: 'gap-[0.8em]', short: 'gap-[0.5em]', dense: 'gap-[0.25em]' } as const;

/** Renders the tiles, as large as the screen allows. */
export function WallGrid({ shown }: { readonly shown: readonly BoardEnvironment[] }) {
  const [room, roomSize] = useElementSize(whole);
  const [sample, sampleSize] = useElementSize(whole);
  // Only names and counts decide the layout, so an answer never changes the size of a tile.
  const names = shown.map(nameOf).join('\n');
  const widthPx = roomSize?.widthPx ?? innerWidth;
  const heightPx = roomSize?.heightPx ?? innerHeight;
  // The user's own styles may widen letters and lines.
  const letterScale = (sampleSize?.widthPx ?? 0) / (SAMPLE_PX * lettersEm(SAMPLE)) || 1;
  const lineHeight = (sampleSize?.heightPx ?? 0) / SAMPLE_PX || 1;
  const layout = useMemo(
    () => layOutWall({ widthPx, heightPx, letterScale, lineHeight, names: names.split('\n') }),
    [widthPx, heightPx, letterScale, lineHeight, names],
  );
  const placed = useMemo(() => (layout.more > 0 ? sortEnvironments(shown, 'attention') : shown), [shown, layout.more]);
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
        className="invisible absolute top-0 left-0 whitespace-nowrap font-semibold text-[100px] leading-none"
      >
        {SAMPLE}
      </span>
      <div className={gridClass(layout)} style={variables(layout)}>
        {placed.slice(0, layout.shown).map((environment) => (
          <ErrorBoundary
            key={environment.id}
            of={environment}
            fallback={() => (
              <article data-environment-id={environment.id}>{cannotBeShown(nameOf(environment))}</article>
            )}
          >
            <WallTile environment={environment} form={layout.form} />
          </ErrorBoundary>
        ))}
        {rest.length > 0 && (
          <RestTile summary={summarize(rest)} form={layout.form} places={layout.columns * layout.rows - layout.shown} />
        )}
      </div>
    </div>
  );
}

const gridClass = ({ form, scrolls }: WallLayout): string =>
  `relative grid grid-cols-[repeat(var(--wall-columns),minmax(0,1fr))] text-[length:var(--wall-type)] ${GAP[form]} ${
    scrolls ? 'auto-rows-auto' : 'h-full grid-rows-[repeat(var(--wall-rows),minmax(0,1fr))]'
  }`;

const variables = ({ columns, rows, typePx }: WallLayout): CSSProperties & Record<`--${string}`, string | number> => ({
  '--wall-columns': columns,
  '--wall-rows': rows,
  '--wall-type': `${typePx}px`,
});
