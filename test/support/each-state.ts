import { expect } from '@playwright/test';
import { type Board, DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import type { Pin } from '#domain/board/pin.ts';
import { GALLERY_NAME } from '#simulator/sample-names.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

/** Returns an address with one environment in each state. */
export async function eachState(board: Partial<Board>): Promise<string> {
  const send = createSimulatedQovery();
  const read = async (path: string): Promise<{ results: { id: string; name: string }[] }> => (await send(path)).json();
  const organizations = (await read('/organization')).results;
  const projects = await Promise.all(organizations.map(({ id }) => read(`/organization/${id}/project`)));
  const gallery = projects.flatMap(({ results }) => results).find(({ name }) => name === GALLERY_NAME);
  const { results } = await read(`/project/${gallery?.id}/environment`);
  const pins = results.map(({ id }): Pin => ({ kind: 'environment', id }));
  expect(pins.length).toBeGreaterThan(20);
  const { search, hash } = boardLocation({ ...DEFAULT_BOARD, name: 'Each state', pins, ...board });
  return `/${search}${hash}`;
}
