import { useCallback, useEffect, useMemo, useState } from 'react';
import { serverNow } from '#browser/server-now.ts';
import { noteVisit } from '#data/activity/last-visit.ts';
import { useActivity } from '#data/activity/use-activity.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { useSession } from '#data/session.ts';
import { exportedEntries, exportedGaps } from '#domain/activity/activity-export.ts';
import { noonOfDay } from '#domain/activity/calendar.ts';
import { isInMoment } from '#domain/activity/filter-entries.ts';
import type { Board } from '#domain/board/board.ts';
import { DEFAULT_OPTIONS, decodeOptions, encodeOptions, type PageOptions } from '#domain/board/delivery-options.ts';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { ACTIVITY_WORDS, momentText } from '#messages/activity.ts';
import { FilterField } from '#ui/filter-field.tsx';
import { CLOSE, StrokeIcon } from '#ui/stroke-icon.tsx';
import { ActivityChart } from './activity-chart.tsx';
import { ActivityFilters } from './activity-filters.tsx';
import { ActivityNotes } from './activity-notes.tsx';
import { ActivityStream } from './activity-stream.tsx';
import { EmptyStream } from './empty-stream.tsx';
import { streamLines } from './stream-lines.ts';
import { useActivityView } from './use-activity-view.ts';

type Props = {
  readonly board: Board;
  /** The environments that pass the board's filters, in display order. */
  readonly shown: readonly BoardEnvironment[];
  readonly onChange: (part: Partial<Board>, options?: { readonly replace?: boolean }) => void;
};

const BARS = 'M3 13V8M8 13V3M13 13V6';
const VISIT_MS = 60_000;

/** Returns the end of the user's visit before this one, and notes this visit while the page is open. */
function useLastVisit(): number | undefined {
  const { api } = useSession();
  const [lastVisitAt] = useState(() => noteVisit(api.source, serverNow()));
  useEffect(() => {
    const timer = setInterval(() => noteVisit(api.source, serverNow()), VISIT_MS);
    return () => clearInterval(timer);
  }, [api]);
  return lastVisitAt;
}

function MomentChip({ moment, onClear }: { readonly moment: string; readonly onClear: () => void }) {
  return (
    <button
      type="button"
      data-clears
      title={ACTIVITY_WORDS.clearMoment}
      onClick={onClear}
      className="flex h-8 flex-none items-center gap-1.5 whitespace-nowrap rounded-full border border-ink bg-surface px-3 max-sm:order-first touch:h-11"
    >
      <StrokeIcon path={BARS} className="size-3.5" />
      <span translate="no">{momentText(noonOfDay(moment), moment)}</span>
      <StrokeIcon path={CLOSE} className="size-3.5" />
      <span className="sr-only">{ACTIVITY_WORDS.clearMoment}</span>
    </button>
  );
}

/** Renders the deployments of the shown environments as one stream, with a chart by result and filters. */
export function ActivityPage({ board, shown, onChange }: Props) {
  const { only, query } = board;
  const options = useMemo(() => decodeOptions(only), [only]);
  const { moment } = options;
  const { hidesPeople } = useSettings();
  const snapshot = useActivity(shown);
  const view = useActivityView(snapshot, shown, options);
  const { calendar, listed, completeFrom } = view;
  const lastVisitAt = useLastVisit();
  const lines = useMemo(
    () => streamLines(listed, { calendar, completeFrom, moment, lastVisitAt }),
    [listed, calendar, completeFrom, moment, lastVisitAt],
  );
  const change = (part: Partial<PageOptions>) => onChange({ only: encodeOptions({ ...options, ...part }) });
  const openDetails = useCallback((id: string) => onChange({ details: id }), [onChange]);
  const exportShown = () => {
    const byId = new Map(shown.map((environment) => [environment.id, environment]));
    const namesOf = (id: string) => ({
      environment: nameOf({ id, ...byId.get(id) }),
      project: byId.get(id)?.info?.projectName ?? '',
    });
    const exported = moment === undefined ? listed : listed.filter((entry) => isInMoment(entry, moment, calendar));
    const { environment } = options;
    const followed = shown.filter((one) => environment === undefined || one.id === environment);
    const histories = new Map(followed.map((one) => [one.id, snapshot.byEnvironment.get(one.id)]));
    const from = exported.at(-1)?.at ?? Number.POSITIVE_INFINITY;
    // A user who reads only the first lines learns of the gaps.
    return [...exportedGaps(histories, { namesOf, from }), ...exportedEntries(exported, { namesOf, hidesPeople })];
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-1.5 pt-4">
        <span className={`contents [&_input]:sm:w-36 ${query === '' ? 'print:hidden' : ''}`}>
          <FilterField query={query} onChange={(text, how) => onChange({ query: text }, how)} />
        </span>
        <ActivityFilters
          options={options}
          counts={view.counts}
          {...view.choices}
          people={hidesPeople ? undefined : view.choices.people}
          onChange={change}
        />
        <span className="grow max-sm:hidden" />
        {moment !== undefined && <MomentChip moment={moment} onClear={() => change({ moment: undefined })} />}
      </div>
      <ActivityChart
        buckets={view.buckets}
        showsHours={options.showsHours}
        counted={moment === undefined ? view.counted : undefined}
        chosen={moment}
        onChoose={(key) => change({ moment: key })}
        onSpan={(showsHours) => change({ showsHours, moment: undefined })}
      />
      <ActivityStream
        lines={lines}
        environments={shown}
        changes={view.changes}
        today={view.today}
        moment={moment}
        onChooseDay={(day) => change({ moment: day })}
        onOpen={openDetails}
        empty={
          <EmptyStream
            snapshot={snapshot}
            isNarrowed={view.total > 0}
            onClear={() => onChange({ only: encodeOptions({ ...DEFAULT_OPTIONS, showsHours: options.showsHours }) })}
          />
        }
      />
      <ActivityNotes snapshot={snapshot} hidesPeople={hidesPeople} onExport={exportShown} />
    </>
  );
}
