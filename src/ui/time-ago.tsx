import type { RefObject } from 'react';
import { dateTimeText } from '#messages/date-time.ts';

type Props = {
  /** Epoch milliseconds. */
  readonly at: number;
  /** IANA time zone of the tooltip; empty for the device's zone. */
  readonly timeZone: string;
  /** Receives the element, into which its owner writes the time as text, such as `4 minutes ago`. */
  readonly textRef: RefObject<HTMLTimeElement | null>;
};

/** Renders a time as text. The tooltip has date, time and zone, and `dateTime` the machine-readable form. */
export function TimeAgo({ at, timeZone, textRef }: Props) {
  return <time ref={textRef} dateTime={new Date(at).toISOString()} title={dateTimeText(at, timeZone)} />;
}
