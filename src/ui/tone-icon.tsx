import type { ReactNode } from 'react';
import type { Tone } from '#domain/environment/tone.ts';

/** Complete class names, because Tailwind cannot see composed names. */
export const TONE_TEXT = {
  ok: 'text-ok',
  idle: 'text-idle',
  queued: 'text-queued',
  busy: 'text-busy',
  unknown: 'text-unknown',
  warning: 'text-warning',
  failing: 'text-failing',
} as const satisfies Record<Tone, string>;

/** Class of a tone's segment in a proportional bar. */
export const TONE_BAR = {
  ok: 'bg-ok',
  idle: 'bg-idle',
  queued: 'bg-queued',
  busy: 'bg-busy',
  unknown: 'bg-unknown',
  warning: 'bg-warning',
  failing: 'bg-failing',
} as const satisfies Record<Tone, string>;

/** A shape for each tone, because colour must not be the only sign. */
const SHAPES: Readonly<Record<Tone, ReactNode>> = {
  ok: (
    <>
      <circle cx="10" cy="10" r="8" fill="currentColor" stroke="none" />
      <path d="m6.2 10.4 2.6 2.6 5-5.6" stroke="var(--surface)" />
    </>
  ),
  busy: (
    <>
      <circle cx="10" cy="10" r="7" strokeOpacity=".25" strokeWidth="3" />
      <path d="M10 3a7 7 0 0 1 7 7" strokeWidth="3" />
    </>
  ),
  queued: (
    <>
      <circle cx="10" cy="10" r="7" strokeDasharray="2.6 2.9" />
      <path d="M10 6.4V10l2.4 1.6" />
    </>
  ),
  failing: (
    <>
      <path d="M10 4 16.2 15.2H3.8z" fill="currentColor" strokeWidth="3" />
      <path d="M10 7.4v4M10 14h.01" stroke="var(--surface)" />
    </>
  ),
  warning: <path d="M10 2.6 17.4 10 10 17.4 2.6 10zM10 7v3.6M10 13.2h.01" />,
  idle: <rect x="3.5" y="3.5" width="13" height="13" rx="3" />,
  unknown: (
    <>
      <circle cx="10" cy="10" r="7.5" strokeWidth="1.6" strokeDasharray="3.4 2.5" />
      <path d="M8 8.2a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6 1.1M10 13.6h.01" strokeWidth="1.8" />
    </>
  ),
};

export function ToneIcon({ tone }: { readonly tone: Tone }) {
  // An animated element is above its neighbours, so it would cover the touch target of a name.
  const turning = tone === 'busy' ? 'pointer-events-none animate-[spin_1.6s_linear_infinite]' : '';
  return (
    <svg
      viewBox="0 0 20 20"
      className={`size-[18px] flex-none ${TONE_TEXT[tone]} ${turning}`}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {SHAPES[tone]}
    </svg>
  );
}
