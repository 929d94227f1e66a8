import { useEffect, useSyncExternalStore } from 'react';
import { createEmitter } from '#domain/emitter.ts';
import type { Sound } from './alert-tones.ts';

/** After this many milliseconds a sound would report an old change, so it is not played. */
const LATE_MS = 1_000;
/** Events after which a browser may allow sound. After `visibilitychange` it may resume sound that it suspended. */
const UNLOCK_EVENTS = ['pointerdown', 'pointerup', 'keydown', 'visibilitychange'] as const;

const loadTones = () => import('./alert-tones.ts');

let context: AudioContext | undefined;
let isHeldBack = false;
const emitter = createEmitter(() => {
  for (const name of UNLOCK_EVENTS) addEventListener(name, retry);
  return () => {
    for (const name of UNLOCK_EVENTS) removeEventListener(name, retry);
  };
});

function setHeldBack(next: boolean): void {
  if (next === isHeldBack) return;
  isHeldBack = next;
  emitter.notify();
}

/**
 * Returns the audio that may play now; undefined where the browser has none, or holds it back until a click or key.
 * Call it on that click or key, too: some browsers allow sound only during one.
 */
async function startAudio(): Promise<AudioContext | undefined> {
  try {
    if (context === undefined) {
      const created = new AudioContext();
      // The browser may allow, interrupt or suspend audio at any time.
      created.onstatechange = () => setHeldBack(created.state !== 'running');
      context = created;
    }
    const audio = context;
    // While the browser blocks sound, `resume` waits for a click or key, perhaps for hours: the timer gives up the sound.
    const late = new Promise<void>((resolve) => setTimeout(resolve, LATE_MS));
    await Promise.race([audio.resume(), late]);
    const isRunning = audio.state === 'running';
    setHeldBack(!isRunning);
    return isRunning ? audio : undefined;
  } catch {
    // The browser has no audio, or its device is gone. The next sound creates a new context.
    context = undefined;
    setHeldBack(false);
    return undefined;
  }
}

const retry = (): void => {
  if (isHeldBack) void startAudio();
};

/** Returns whether sound is enabled and the browser blocks it until a click or key press on the page. */
export function useHeldBackSound(isEnabled: boolean): boolean {
  const isWaiting = useSyncExternalStore(emitter.subscribe, () => isHeldBack);
  useEffect(() => {
    if (!isEnabled) return;
    void startAudio();
    // A failed prefetch is ignored: `playSound` tries again.
    loadTones().catch(() => {});
  }, [isEnabled]);
  return isEnabled && isWaiting;
}

/** Plays a sound of a third of a second. Silent where the browser holds sound back or has none. */
export async function playSound(sound: Sound): Promise<void> {
  const audio = await startAudio();
  try {
    if (audio) (await loadTones()).playTones(audio, sound);
  } catch {
    // Some browsers have an audio context and no oscillators.
  }
}
