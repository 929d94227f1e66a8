#!/bin/sh
# react-screen-wake-lock 3.1.1: a wake lock that the user gave back, or never had, is requested when the page is visible again.
#
# Expected: a browser takes the lock away while the page is hidden. By the README, `reacquireOnPageVisible` reacquires the lock
#   when the page becomes visible again, so it brings back a lock that the page held. After `release()` the screen may sleep until
#   the next `request()`. react-use-wake-lock 1.0.1 works like that without an option.
# Seen: the package requests a lock each time that the page becomes visible and holds none. A page that never called `request()`
#   gets a lock with the first change of tabs, and after `release()` the next change of tabs brings it back. Without the option,
#   no lock comes back at all.
# Matters for a board whose wall view keeps the screen awake and whose other views do not: with the option on, the battery of a
#   laptop empties in every view, and the switch that the user turned off is on again.
# Output seen: the lines below `want` (action of the user, whether a lock is held with react-screen-wake-lock and its option,
#   without it, and with react-use-wake-lock).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund react-screen-wake-lock@3.1.1 react-use-wake-lock@1.0.1 \
  react@18.3.1 react-dom@18.3.1 jsdom@29.1.1
cat > run.mjs <<'JS'
import { JSDOM } from 'jsdom';
const { window } = new JSDOM('<main></main>');
const { document, navigator } = window;
Object.assign(globalThis, { window, document, IS_REACT_ACT_ENVIRONMENT: true });
Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
console.warn = () => {};

// jsdom has no wake lock. This one is that of the standard: it is released while the page is hidden.
const locks = new Set();
class Sentinel extends window.EventTarget {
  type = 'screen';
  released = false;
  async release() {
    this.released = true;
    locks.delete(this);
    const event = new window.Event('release');
    this.dispatchEvent(event);
    this.onrelease?.(event);
  }
}
navigator.wakeLock = {
  request: async () => {
    const sentinel = new Sentinel();
    locks.add(sentinel);
    return sentinel;
  },
};
const show = async (visibilityState) => {
  Object.defineProperty(document, 'visibilityState', { value: visibilityState, configurable: true });
  if (visibilityState === 'hidden') for (const lock of locks) await lock.release();
  document.dispatchEvent(new window.Event('visibilitychange'));
};

const { act, createElement } = await import('react');
const { createRoot } = await import('react-dom/client');
const { useWakeLock } = await import('react-screen-wake-lock');
const { default: useOtherWakeLock } = await import('react-use-wake-lock');
const hooks = [() => useWakeLock({ reacquireOnPageVisible: true }), () => useWakeLock(), () => useOtherWakeLock()];
const columns = [];
for (const useHook of hooks) {
  await show('visible');
  let lock;
  const Wall = () => {
    lock = useHook();
    return null;
  };
  const root = createRoot(document.querySelector('main'));
  await act(async () => root.render(createElement(Wall)));
  const changeTabs = async () => {
    await act(() => show('hidden'));
    await act(() => show('visible'));
  };
  const release = () => act(() => lock.release());
  const held = [];
  for (const action of [changeTabs, release, () => act(() => lock.request()), changeTabs, release, changeTabs]) {
    await action();
    held.push(locks.size === 1);
  }
  await release();
  await act(async () => root.unmount());
  columns.push(held);
}
const actions = ['opens, changes tabs', 'releases', 'requests', 'changes tabs', 'releases', 'changes tabs'];
actions.forEach((action, index) => console.log(`${action}: ${columns.map((held) => held[index]).join(' ')}`));
JS
cat > want <<'TEXT'
opens, changes tabs: true false false
releases: false false false
requests: true true true
changes tabs: true false true
releases: false false false
changes tabs: true false false
TEXT
node run.mjs > seen
diff want seen && echo 'react-screen-wake-lock 3.1.1 behaves as described'
