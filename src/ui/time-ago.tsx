import { dateTimeText } from '#messages/date-time.ts';

type Props = {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Of the moment on hover; empty for the device's. */
  readonly timeZone: string;
  /** The moment in words. */
  readonly children: string;
};

/** A moment that people read, with its date, time and zone on hover and for machines. */
export function TimeAgo({ at, timeZone, children }: Props) {
  return (
    <time dateTime={new Date(at).toISOString()} title={dateTimeText(at, timeZone)}>
      {children}
    </time>
  );
}
