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

beforeEach(() => {
  complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
});

// A complaint on the console is a defect, so it fails the test that caused it.
afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
  const said = complaints.flatMap(({ mock }) => mock.calls);
  vi.useRealTimers();
  vi.restoreAllMocks();
  expect(said).toEqual([]);
});
