import { useMemo } from 'react';
import { useActivity } from '#data/activity/use-activity.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { historyCounts } from '#domain/activity/history-counts.ts';
import type { Board } from '#domain/board/board.ts';
import { decodeOptions, encodeOptions, type PageOptions } from '#domain/board/delivery-options.ts';
import { compareNames } from '#domain/compare-names.ts';
import { hasRates } from '#domain/delivery/compare-measures.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import {
  apartText,
  DELIVERY_WORDS,
  historyText,
  laterText,
  previewsText,
  shortDateText,
  spanText,
} from '#messages/delivery.ts';
import { DeliveryControls, DeliveryFilter } from './delivery-controls.tsx';
import { DeliveryNotes } from './delivery-notes.tsx';
import { DurationChart } from './duration-chart.tsx';
import { MeasureTiles } from './measure-tiles.tsx';
import { useDeliveryView } from './use-delivery-view.ts';
import { WeekRows } from './week-rows.tsx';

type Props = {
  readonly board: Board;
  /** The environments that pass the board's filters, in display order. */
  readonly shown: readonly BoardEnvironment[];
  readonly onChange: (part: Partial<Board>, options?: { readonly replace?: boolean }) => void;
};

const projectsOf = (environments: readonly BoardEnvironment[]): readonly (readonly [string, string])[] =>
  [
    ...new Map(environments.flatMap(({ info }) => (info ? [[info.projectId, info.projectName] as const] : []))),
  ].toSorted(([, a], [, b]) => compareNames(a, b));

/** Renders the measures of delivery for the shown environments. docs/delivery.md defines them. */
export function DeliveryPage({ board, shown, onChange }: Props) {
  const { only } = board;
  const options = useMemo(() => decodeOptions(only), [only]);
  const { timeZone } = useSettings();
  const kind = options.rows ?? (options.project === undefined ? 'project' : 'environment');
  const snapshot = useActivity(shown);
  const view = useDeliveryView(snapshot, shown, options, kind);
  const { scope, window, measures, requested, late, later, latestFrom } = view;
  const projects = useMemo(() => projectsOf(shown), [shown]);
  const { periodDays: days } = options;
  const name = projects.find(([id]) => id === options.project)?.[1] ?? DELIVERY_WORDS.wholeBoard;
  const counts = historyCounts(scope.environments.map(({ id }) => snapshot.byEnvironment.get(id)));
  const isCompared = view.before !== undefined && hasRates(view.before) && hasRates(measures);
  const isUnread = counts.denied > 0 && requested === 0;
  const notes = [
    late > 0 ? historyText(late, requested, shortDateText(latestFrom, timeZone)) : '',
    laterText(later),
    apartText(measures),
    previewsText(scope.previews),
  ];
  const change = (part: Partial<PageOptions>) => onChange({ only: encodeOptions({ ...options, ...part }) });
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 pt-4">
        <DeliveryFilter query={board.query} onChange={(query, how) => onChange({ query }, how)} />
        <DeliveryControls {...{ options, projects }} modes={scope.modes} mode={scope.mode} onChange={change} />
        <span className="grow" />
        <span className="text-mute">{spanText(window.from, window.to, timeZone, isCompared ? days : undefined)}</span>
      </div>
      {measures.deployments === 0 ? (
        <div className="mt-4 rounded-xl border border-line bg-surface px-4 py-8 text-center">
          <p>
            {counts.waiting > 0
              ? DELIVERY_WORDS.loading
              : isUnread
                ? DELIVERY_WORDS.noneRead
                : scope.environments.length === 0 && scope.previews > 0
                  ? DELIVERY_WORDS.onlyPreviews
                  : DELIVERY_WORDS.nothing}
          </p>
          {counts.waiting + counts.denied + later === 0 && (
            <p className="mt-1 text-mute">{DELIVERY_WORDS.nothingHint}</p>
          )}
        </div>
      ) : (
        <>
          <MeasureTiles
            {...{ name, measures, days, timeZone }}
            known={view.known}
            read={requested}
            total={counts.total}
            before={view.before}
            weeks={view.weeks}
          />
          <DurationChart points={view.points} measures={measures} timeZone={timeZone} />
          <WeekRows rows={view.rows} {...{ kind, timeZone }} onKind={(rows) => change({ rows })} />
        </>
      )}
      <DeliveryNotes counts={counts} notes={notes} />
    </>
  );
}
