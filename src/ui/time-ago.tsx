import { dateTimeText } from '#messages/date-time.ts';

type Props = {
  /** Epoch milliseconds. */
  readonly at: number;
  /** IANA time zone of the tooltip; empty for the device's zone. */
  readonly timeZone: string;
  /** The time as text, such as `4 minutes ago`. */
  readonly children: string;
};

/** Renders a time as text. The tooltip has date, time and zone, and `dateTime` the machine-readable form. */
export function TimeAgo({ at, timeZone, children }: Props) {
  return (
    <time dateTime={new Date(at).toISOString()} title={dateTimeText(at, timeZone)}>
      {children}
    </time>
  );
}
