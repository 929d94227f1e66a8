import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

// A busy machine is slow, and not wrong.
configure({ asyncUtilTimeout: 10_000 });

// jsdom knows the element and not what it does: shown while open, and told when it closes.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  if (!this.open) return;
  this.open = false;
  this.dispatchEvent(new Event('close'));
};

// jsdom lays nothing out, so nothing is out of sight.
Element.prototype.scrollIntoView ??= () => {};

let complaints: readonly MockInstance[] = [];
let texts: MockInstance<typeof document.createTextNode>;

beforeEach(() => {
  texts = vi.spyOn(document, 'createTextNode');
  complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
});

// A complaint on the console is a defect, so it fails the test that caused it.
afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
  const said = complaints.flatMap(({ mock }) => mock.calls);
  const loose = texts.mock.calls.map(([text]) => text);
  vi.useRealTimers();
  vi.restoreAllMocks();
  expect(said).toEqual([]);
  // React makes a text node of its own only for a text that has siblings, or that a component returns. A page translator
  // replaces it, and React then updates a node that is not in the page, or removes one that is not there.
  expect(loose, 'texts that are not the only child of an element').toEqual([]);
});
