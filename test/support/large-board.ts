import { expect, type Page } from '@playwright/test';
import { type Board, DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import type { Pin } from '#domain/board/pin.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

/** Opens a board of many environments of a large account. Returns its pins in order. */
export async function openLarge(page: Page, count: number, board: Partial<Board>): Promise<readonly Pin[]> {
  const send = createSimulatedQovery({ environments: count, projects: 12 });
  await page.route('**/api/**', async (route) => {
    const answer = await send(route.request().url());
    await route.fulfill({ status: answer.status, contentType: 'application/json', body: await answer.text() });
  });
  const read = async (path: string): Promise<{ results: { id: string }[] }> => (await send(path)).json();
  const organizations = (await read('/organization')).results;
  const lists = await Promise.all(organizations.map(({ id }) => read(`/organization/${id}/environments`)));
  const pins = lists.flatMap(({ results }) => results.map(({ id }): Pin => ({ kind: 'environment', id })));
  expect(pins).toHaveLength(count);
  const { search, hash } = boardLocation({ ...DEFAULT_BOARD, name: 'Large', pins, ...board });
  await page.goto(`/${search === '' ? '?' : search}${hash}`);
  return pins;
}
