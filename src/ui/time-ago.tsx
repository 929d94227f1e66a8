type Props = {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The absolute time, with its zone. */
  readonly title: string;
  /** The age in words. */
  readonly children: string;
};

/** An age that people read, with the moment itself on hover and for machines. */
export function TimeAgo({ at, title, children }: Props) {
  return (
    <time dateTime={new Date(at).toISOString()} title={title}>
      {children}
    </time>
  );
}
