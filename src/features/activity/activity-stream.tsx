import { type ReactNode, useMemo } from 'react';
import { WindowVirtualizer } from 'virtua';
import { usePrintedAt } from '#browser/use-printed-at.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { noonOfDay } from '#domain/activity/calendar.ts';
import type { Change } from '#domain/activity/changed-services.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import {
  ACTIVITY_WORDS,
  dayText,
  entriesText,
  narrowDayText,
  notPrintedText,
  outsideText,
  sinceText,
} from '#messages/activity.ts';
import { ARROW_UP, CHEVRON_DOWN, CHEVRON_RIGHT, StrokeIcon } from '#ui/stroke-icon.tsx';
import { COLUMNS, EntryRow } from './entry-row.tsx';
import { firstLines, type StreamLine } from './stream-lines.ts';

type Props = {
  readonly lines: readonly StreamLine[];
  readonly environments: readonly BoardEnvironment[];
  readonly changes: ReadonlyMap<string, Change>;
  /** The key of the present day. */
  readonly today: string;
  readonly moment: string | undefined;
  readonly onChooseDay: (day: string | undefined) => void;
  readonly onOpen: (id: string) => void;
  /** Replaces the lines when there are none. */
  readonly empty: ReactNode;
};

const UNKNOWN: Change = { kind: 'unknown' };

function Heading() {
  const { time, result, environment, version, startedBy, duration, source } = ACTIVITY_WORDS.columns;
  return (
    <div aria-hidden="true" className={`hidden h-8 bg-strip text-mute text-xs ${COLUMNS}`}>
      <span>{time}</span>
      <span>{result}</span>
      <span>{environment}</span>
      <span>{version}</span>
      <span>{startedBy}</span>
      <span className="text-right">{duration}</span>
      <span className="pl-3">{source}</span>
      <span />
    </div>
  );
}

type DayProps = Pick<Props, 'today' | 'moment' | 'onChooseDay'> & {
  readonly line: Extract<StreamLine, { kind: 'day' }>;
};

function DayHeading({ line: { day, counts, isComplete, isFolded }, today, moment, onChooseDay }: DayProps) {
  return (
    <h2 className="border-line border-t bg-strip">
      <button
        type="button"
        aria-expanded={!isFolded}
        className="flex h-9 w-full items-center gap-2.5 px-4 text-left"
        onClick={() => onChooseDay(moment === day ? undefined : day)}
      >
        <StrokeIcon path={isFolded ? CHEVRON_RIGHT : CHEVRON_DOWN} className="size-3.5 flex-none text-mute" />
        <span className="min-w-0 truncate font-semibold max-sm:hidden">{dayText(noonOfDay(day), day === today)}</span>
        <span className="flex-none font-semibold sm:hidden">{narrowDayText(noonOfDay(day), day === today)}</span>
        <span className="grow lg:hidden" />
        <span className="min-w-0 text-mute max-lg:text-xs max-sm:text-right max-sm:leading-4 sm:flex-none">
          {isFolded && moment !== undefined ? outsideText(counts, moment.length > 8) : entriesText(counts, isComplete)}
        </span>
      </button>
    </h2>
  );
}

function SinceLine({ at }: { readonly at: number }) {
  const { timeZone } = useSettings();
  return (
    <p className="flex h-7 items-center gap-3 border-line border-t px-4 font-semibold text-busy text-xs before:h-[1.5px] before:w-11 before:flex-none before:bg-busy after:h-[1.5px] after:grow after:bg-busy max-sm:before:w-6">
      <span className="flex items-center gap-1">
        <StrokeIcon path={ARROW_UP} className="size-3.5" />
        <span>{sinceText(at, timeZone)}</span>
      </span>
    </p>
  );
}

const keyOf = (line: StreamLine): string =>
  line.kind === 'entry' ? line.entry.key : line.kind === 'day' ? line.day : 'since';

/** The most entries on paper: about eighteen pages of A4. All entries of a month can fill a hundred. */
const MAX_PRINTED = 250;

type PrintedProps = Pick<Props, 'lines'> & { readonly renderLine: (line: StreamLine) => ReactNode };

/** Renders the newest lines for paper, which has no window whose lines could be chosen. */
function PrintedStream({ lines, renderLine }: PrintedProps) {
  const { printed, left } = firstLines(lines, MAX_PRINTED);
  return (
    <div className="hidden print:block">
      <ul>
        {printed.map((line) => (
          <li key={keyOf(line)}>{renderLine(line)}</li>
        ))}
      </ul>
      {left > 0 && <p className="border-line border-t px-4 py-2 text-mute">{notPrintedText(left)}</p>}
    </div>
  );
}

/**
 * Renders the entries under the headings of their days. Only lines near the window are in the document. The list of the
 * screen stays while the page is printed: without its height, the page would lose its place.
 */
export function ActivityStream({ lines, environments, changes, today, moment, onChooseDay, onOpen, empty }: Props) {
  const byId = useMemo(() => new Map(environments.map((environment) => [environment.id, environment])), [environments]);
  const isPrinting = usePrintedAt() !== undefined;
  const renderLine = (line: StreamLine) => {
    if (line.kind === 'day') return <DayHeading key={line.day} {...{ line, today, moment, onChooseDay }} />;
    if (line.kind === 'since') return <SinceLine key="since" at={line.at} />;
    const { entry } = line;
    return (
      <EntryRow
        key={keyOf(line)}
        entry={entry}
        environment={byId.get(entry.environmentId)}
        change={changes.get(entry.key) ?? UNKNOWN}
        onOpen={onOpen}
      />
    );
  };
  return (
    <section aria-label={ACTIVITY_WORDS.stream} className="mt-3 overflow-clip rounded-xl border border-line bg-surface">
      <Heading />
      {lines.length === 0 ? (
        empty
      ) : (
        <>
          <div className="print:hidden">
            <WindowVirtualizer as="ul" item="li" data={lines} itemSize={37} bufferSize={400}>
              {renderLine}
            </WindowVirtualizer>
          </div>
          {isPrinting && <PrintedStream lines={lines} renderLine={renderLine} />}
        </>
      )}
    </section>
  );
}
