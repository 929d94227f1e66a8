/**
 * The floor page: the libraries of the app at its versions, its schemas, and cards, tiles, rows and details with as many
 * elements as those of the design. It has no menus, budget, ledger, other tabs, change feed, failures, languages, groups
 * or requests for past deployments and services.
 */

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, useLocation } from 'react-router-dom';
import { keep, readKept } from '#bench/limit/kept.ts';
import type { View } from '#domain/board/board.ts';
import { decodeBoard, readLocation } from '#domain/board/board-url.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import { TONES } from '#domain/environment/tone.ts';
import { type PollSource, pinnedEnvironments, sourcesOf } from '#domain/polling/poll-source.ts';
import { matches, NO_FILTER } from '#domain/view/filter.ts';
import { sortEnvironments } from '#domain/view/sort.ts';
import { summarize } from '#domain/view/summary.ts';
import { Card } from './card.tsx';
import { namesQuery, statusQuery } from './queries.ts';
import { createReadings } from './readings.ts';
import { Details, Row, Tile, WallTile } from './views.tsx';
import '#ui/theme.css';

/** The parts that the app has in the document of a board of 1,000 at 1440 by 900: those near the window. */
const NEAR: Readonly<Record<View, number>> = { cards: 44, compact: 79, table: 38, wall: 60 };
/** The key V switches between these. */
const VIEWS: readonly View[] = ['cards', 'compact', 'table'];
/** The app's budget is 900 requests an hour. */
const POLL_EVERY_MS = 4_000;
const IN_FLIGHT = 6;
const hasAllCards = location.pathname.includes('/floor-whole/');

const client = new QueryClient();
const readings = createReadings();
const kept = readKept();
if (kept) {
  client.setQueryData(namesQuery.queryKey, kept.names);
  readings.follow(kept.names);
  readings.apply(kept.statuses, 'kept', kept.at);
}

async function poll(sources: readonly PollSource[]): Promise<void> {
  const waiting = [...sources];
  const one = async (): Promise<void> => {
    for (let source = waiting.shift(); source; source = waiting.shift()) {
      readings.apply(await client.fetchQuery(statusQuery(source)), 'fresh', Date.now());
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, one));
}

/** Polls all sources at the start and with the key R, and one source every four seconds. */
function usePolls(sources: readonly PollSource[]): void {
  useEffect(() => {
    let next = 0;
    const timer = setInterval(() => {
      const source = sources[next % sources.length];
      next += 1;
      if (source) void poll([source]);
    }, POLL_EVERY_MS);
    const onKey = ({ key, target }: KeyboardEvent) => {
      if (key === 'r' && !(target instanceof HTMLInputElement)) void poll(sources);
    };
    addEventListener('keydown', onKey);
    void poll(sources);
    return () => {
      clearInterval(timer);
      removeEventListener('keydown', onKey);
    };
  }, [sources]);
}

const NO_NAMES: readonly EnvironmentInfo[] = [];

function Summary({ counts }: Pick<ReturnType<typeof summarize>, 'counts'>) {
  return (
    <section aria-label="Summary" className="pt-4">
      <div className="flex h-2 gap-[3px]" aria-hidden="true">
        {TONES.filter((tone) => counts[tone] > 0).map((tone) => (
          <span key={tone} style={{ flexGrow: counts[tone] }} className={`min-w-1 basis-0 bg-${tone}`} />
        ))}
      </div>
    </section>
  );
}

/** Listens to the key V, which switches to the next view. */
function useView(first: View): View {
  const [view, setView] = useState(first);
  useEffect(() => {
    const onKey = ({ key, target }: KeyboardEvent) => {
      if (key !== 'v' || target instanceof HTMLInputElement) return;
      setView((one) => VIEWS[(VIEWS.indexOf(one) + 1) % VIEWS.length] ?? one);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return view;
}

const GRIDS = {
  cards: { columns: 'repeat(auto-fill, minmax(256px, 1fr))', Part: Card },
  compact: { columns: 'repeat(auto-fill, minmax(160px, 1fr))', Part: Tile },
  wall: { columns: 'repeat(auto-fill, minmax(180px, 1fr))', Part: WallTile },
} as const;

type ViewProps = {
  readonly view: View;
  readonly shown: readonly BoardEnvironment[];
  readonly onOpen: (id: string) => void;
};

function Environments({ view, onOpen, shown }: ViewProps) {
  if (view === 'table') {
    return (
      <table className="mt-4 w-full table-fixed">
        <tbody>
          {shown.map((environment) => (
            <Row key={environment.id} environment={environment} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    );
  }
  const { columns, Part } = GRIDS[view];
  return (
    <div className="mt-4 grid" style={{ gridTemplateColumns: columns }}>
      {shown.map((environment) => (
        <Part key={environment.id} environment={environment} onOpen={onOpen} />
      ))}
    </div>
  );
}

function Board() {
  const { search, hash } = useLocation();
  const { board } = useMemo(() => decodeBoard(readLocation({ search, hash })), [search, hash]);
  const { data: names = NO_NAMES } = useQuery(namesQuery);
  const [query, setQuery] = useState('');
  const [openId, setOpenId] = useState<string>();
  const close = useCallback(() => setOpenId(undefined), []);
  const view = useView(board.view);
  useEffect(() => readings.follow(names), [names]);
  const sources = useMemo(() => {
    const directory = new Map(names.map((one) => [one.id, one]));
    const projects = board.pins.filter(({ kind }) => kind === 'project').map(({ id }) => id);
    const pinned = names.length === 0 ? [] : pinnedEnvironments(board.pins, [], { directory, members: {} });
    return sourcesOf(pinned, projects, directory);
  }, [board, names]);
  usePolls(sources);
  const all = useSyncExternalStore(readings.subscribe, readings.getSnapshot);
  const sorted = useMemo(() => sortEnvironments(all, board.sort), [all, board.sort]);
  const shown = sorted.filter((one) => matches(one, { ...NO_FILTER, query }));
  const opened = all.find(({ id }) => id === openId);
  return (
    <main>
      <h1>{board.name}</h1>
      <input type="search" aria-label="Filter" value={query} onChange={({ target }) => setQuery(target.value)} />
      <Summary counts={summarize(all).counts} />
      <Environments {...{ view, onOpen: setOpenId }} shown={hasAllCards ? shown : shown.slice(0, NEAR[view])} />
      {opened && <Details environment={opened} onClose={close} />}
    </main>
  );
}

addEventListener('pagehide', () => {
  const statuses = readings.getSnapshot().flatMap(({ status }) => status ?? []);
  keep({ names: client.getQueryData(namesQuery.queryKey) ?? [], statuses, at: Date.now() });
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={client}>
      <BrowserRouter>
        <Board />
      </BrowserRouter>
    </QueryClientProvider>,
  );
}
