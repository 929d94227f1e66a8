/** Two short tones in hertz: falling for trouble, rising for its end. */
const TONES_HZ = { trouble: [660, 440], recovery: [523, 784] } as const;
const TONE_S = 0.16;
const VOLUME = 0.12;

export type Sound = keyof typeof TONES_HZ;

/** Later than this a sound would tell of the past. */
const LATE_MS = 1_000;

let context: AudioContext | undefined;

/** Plays a sound of a third of a second. Silent where the browser wants a click on the page first, or has no sound. */
export function playSound(sound: Sound): void {
  if (typeof AudioContext === 'undefined' || navigator.userActivation?.hasBeenActive === false) return;
  context ??= new AudioContext();
  const audio = context;
  const askedAt = Date.now();
  audio.resume().then(
    () => Date.now() - askedAt < LATE_MS && play(audio, TONES_HZ[sound]),
    () => {
      // The browser lets no page play.
    },
  );
}

function play(audio: AudioContext, tones: readonly number[]): void {
  let at = audio.currentTime;
  for (const hertz of tones) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hertz;
    // Faded in and out: a tone that begins or ends at once clicks.
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(VOLUME, at + 0.02);
    volume.gain.linearRampToValueAtTime(0, at + TONE_S);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + TONE_S);
    at += TONE_S;
  }
}
