import '@testing-library/jest-dom/vitest';
import { cleanup, configure, prettyDOM } from '@testing-library/react';
import { afterAll, afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';
import { setTeamBoards } from '#data/boards/team-boards.ts';
import { reportUnkept } from '#data/tokens/unkept-token.ts';

configure({
  // A busy machine is slow: that is no failure.
  asyncUtilTimeout: 20_000,
  // By default, each failed attempt of a query prints the page, which takes a twelfth of the time of these tests. A failed
  // test prints it once, below.
  getElementError: (message) => Object.assign(new Error(message ?? ''), { name: 'TestingLibraryElementError' }),
});

// jsdom has the element without its behaviour: `showModal`, and the event on closing.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  if (!this.open) return;
  this.open = false;
  this.dispatchEvent(new Event('close'));
};

// jsdom has no layout, so no element is out of sight.
Element.prototype.scrollIntoView ??= () => {};

// jsdom lacks it, and the virtualizer of Activity measures it.
Object.defineProperty(document, 'scrollingElement', { get: () => document.documentElement, configurable: true });

/** jsdom's size of the window, in CSS pixels. */
const WINDOW = { innerWidth: 1_024, innerHeight: 768 };

let complaints: readonly MockInstance[] = [];
let texts: MockInstance<typeof document.createTextNode>;

beforeEach(() => {
  // A test that ends in the middle of an action leaves this set, and the tests after it would get React's warnings.
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', false);
  texts = vi.spyOn(document, 'createTextNode');
  complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
});

// An error or a warning on the console is a defect, so it fails its test.
afterEach(({ task }) => {
  if (task.result?.state === 'fail') process.stdout.write(`${prettyDOM(document.body)}\n`);
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
  // Files share the modules of their worker, so a notice or the team boards of one page would show on the next.
  reportUnkept(undefined);
  setTeamBoards(undefined);
  const said = complaints.flatMap(({ mock }) => mock.calls);
  const loose = texts.mock.calls.map(([text]) => text);
  vi.useRealTimers();
  vi.restoreAllMocks();
  // Files share the page of their worker as well.
  vi.unstubAllGlobals();
  Object.assign(window, WINDOW);
  expect(said).toEqual([]);
  // React creates a text node only for a text that has siblings, or that a component returns. A page translator
  // replaces the node, and React then updates a node that is not in the page, or removes a missing one.
  expect(loose, 'texts that are not the only child of an element').toEqual([]);
});

// A file that is still loading when its test file ends would fail in every later test file of the same worker.
afterAll(() => vi.dynamicImportSettled());
