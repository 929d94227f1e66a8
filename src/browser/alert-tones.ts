/** Two short tones in hertz: falling for trouble, rising for its end. */
const TONES_HZ = { trouble: [660, 440], recovery: [523, 784] } as const;
const TONE_S = 0.16;
const VOLUME = 0.12;

export type Sound = keyof typeof TONES_HZ;

/** Plays two tones, a third of a second in all. */
export function playTones(audio: AudioContext, sound: Sound): void {
  let at = audio.currentTime;
  for (const hertz of TONES_HZ[sound]) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hertz;
    // The volume fades in and out, because an abrupt start or end clicks.
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(VOLUME, at + 0.02);
    volume.gain.linearRampToValueAtTime(0, at + TONE_S);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + TONE_S);
    at += TONE_S;
  }
}
