import { act, render, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { LateParts } from '#app/late-parts.tsx';

const animated = vi.fn();
const setReducedMotion = (matches: boolean) => vi.stubGlobal('matchMedia', () => ({ matches }));

beforeEach(() => {
  animated.mockReset();
  setReducedMotion(false);
  vi.stubGlobal('fetch', () => new Promise(() => {}));
  Object.defineProperty(Element.prototype, 'animate', { value: animated, configurable: true });
  // jsdom has no animations, and files share the page of their worker.
  return () => void Reflect.deleteProperty(Element.prototype, 'animate');
});

/** Renders an environment as each view marks it. */
const view = (state: string, tone: string) => (
  <>
    <LateParts config={{ api: '/api', auth: 'demo' }} isUnattended={false} hasPins={false} />
    <article data-environment-id="a" data-state={state} data-tone={tone} />
  </>
);

it('highlights a change of state in the colour of the new tone, and neither a first state nor with reduced motion', async () => {
  const { rerender } = render(view('', 'unknown'));
  rerender(view('BUILDING', 'busy'));
  await act(async () => {});
  expect(animated).not.toHaveBeenCalled();
  rerender(view('DEPLOYED', 'ok'));
  await waitFor(() => expect(animated).toHaveBeenCalledOnce());
  expect(JSON.stringify(animated.mock.calls[0])).toContain('var(--ok)');

  setReducedMotion(true);
  rerender(view('BUILDING', 'busy'));
  await act(async () => {});
  expect(animated).toHaveBeenCalledOnce();
});
