import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { useGo, usePlace } from '#data/place.ts';

/** The browser's own history, as the page has it. */
const open = () => renderHook(() => ({ place: usePlace(), go: useGo() })).result;

beforeEach(() => {
  history.pushState(null, '', '/team/boards/?q=a');
  dispatchEvent(new PopStateEvent('popstate'));
});

it('goes on, and Back comes to the same entry again, with what it knew', async () => {
  const result = open();
  const first = result.current.place;
  act(() => result.current.go({ search: '?q=ab', hash: '' }, { state: { board: 'mine' } }));
  const second = result.current.place;
  expect(second).toMatchObject({ search: '?q=ab', hash: '', state: { board: 'mine' } });
  expect(second.key).not.toBe(first.key);
  act(() => result.current.go({ search: '', hash: '#pins=x' }));
  expect(location.href).toBe(`${location.origin}/team/boards/#pins=x`);

  history.back();
  await waitFor(() => expect(result.current.place).toEqual(second));
  history.back();
  await waitFor(() => expect(result.current.place.search).toBe('?q=a'));
});

it('replaces the entry when asked to, so that Back does not stop there', () => {
  const result = open();
  const { length } = history;
  act(() => result.current.go({ search: '?q=abc', hash: '' }, { replace: true }));
  expect(result.current.place.search).toBe('?q=abc');
  expect(history).toHaveLength(length);
});

it.each([null, 7, 'text', { usr: { board: 'b' }, key: 'k', idx: 3 }])('reads an entry that holds %j', (entry) => {
  const result = open();
  history.replaceState(entry, '');
  act(() => void dispatchEvent(new PopStateEvent('popstate')));
  const isOurs = typeof entry === 'object' && entry !== null;
  expect(result.current.place).toMatchObject(isOurs ? { state: { board: 'b' }, key: 'k' } : { state: null });
});
