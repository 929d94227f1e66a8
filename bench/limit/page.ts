/**
 * The limit page: the same cards from the same server, hand-written. No framework, no cache, no validation, no budget,
 * no other tabs. Texts and order are the app's own (`messages/`, `domain/`), which use no framework either.
 */

import { decodeBoard, readLocation } from '#domain/board/board-url.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { toneOf } from '#domain/environment/tone.ts';
import { type Pinned, type PollSource, pinnedEnvironments, sourcesOf } from '#domain/polling/poll-source.ts';
import { matches, NO_FILTER } from '#domain/view/filter.ts';
import { groupEnvironments } from '#domain/view/grouping.ts';
import { sortEnvironments } from '#domain/view/sort.ts';
import { drawBoard, drawSummary, place } from './board.ts';
import { type Heard, tickAll } from './card.ts';
import { type Kept, keep, readKept } from './kept.ts';
import { askNames, askSource } from './questions.ts';

const { board } = decodeBoard(readLocation(location));
const filter = document.querySelector<HTMLInputElement>('#filter');
const projects = board.pins.filter(({ kind }) => kind === 'project').map(({ id }) => id);
let directory: ReadonlyMap<string, EnvironmentInfo> = new Map();
let pinned: readonly Pinned[] = [];
let sources: readonly PollSource[] = [];
const readings = new Map<string, Heard>();
let isDrawing = false;

function draw(): void {
  isDrawing = false;
  const all = [...readings.values()];
  drawSummary(all);
  const query = filter?.value ?? '';
  const shown = all.filter((one) => matches(one, { ...NO_FILTER, query }));
  drawBoard(groupEnvironments(sortEnvironments(shown, board.sort), board.group), readings);
}

/** Batches all changes of one frame into one update. */
function drawSoon(): void {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(draw);
}

function follow(names: readonly EnvironmentInfo[]): void {
  directory = new Map(names.map((one) => [one.id, one]));
  pinned = pinnedEnvironments(board.pins, [], { directory, members: {} });
  sources = sourcesOf(pinned, projects, directory);
  for (const { id } of pinned) {
    const known = readings.get(id);
    readings.set(id, {
      ...(known ?? { id, tone: 'unknown', freshness: 'late', heardAt: undefined }),
      info: directory.get(id),
    });
  }
}

const same = (a: EnvironmentStatus, b: EnvironmentStatus): boolean =>
  a.state === b.state && a.lastDeploymentId === b.lastDeploymentId && a.configuration === b.configuration;

function accept(statuses: readonly EnvironmentStatus[], freshness: Heard['freshness'], heardAt: number): void {
  let isNew = false;
  for (const status of statuses) {
    const known = readings.get(status.id);
    if (!known) continue;
    if (known.status && same(known.status, status) && known.freshness === freshness) {
      // Only the age changes, and the clock updates it.
      Object.assign(known, { heardAt });
      continue;
    }
    readings.set(status.id, { ...known, status, tone: toneOf(status.state), freshness, heardAt });
    isNew = true;
  }
  if (isNew) drawSoon();
}

/** Requests every source once, six at a time. */
async function poll(): Promise<void> {
  const waiting = [...sources];
  const one = async (): Promise<void> => {
    for (let source = waiting.shift(); source; source = waiting.shift()) {
      accept(await askSource(source), 'fresh', Date.now());
    }
  };
  await Promise.all(Array.from({ length: 6 }, one));
}

function start({ names, statuses, at }: Kept): void {
  follow(names);
  accept(statuses, 'kept', at);
}

const name = document.querySelector('#name');
if (name) name.textContent = board.name;
const kept = readKept();
if (kept) start(kept);
filter?.addEventListener('input', draw);
addEventListener('scroll', place, { passive: true });
addEventListener('keydown', ({ key, target }) => key === 'r' && target !== filter && void poll());
addEventListener('pagehide', () =>
  keep({
    names: [...directory.values()],
    statuses: [...readings.values()].flatMap(({ status }) => status ?? []),
    at: Date.now(),
  }),
);
setInterval(tickAll, 1_000);
if (!kept) follow(await askNames());
await poll();
