/** Renders the text of a chart's point above it. `at` is the position from 0 to 1. */
export function ChartTip({ at, children }: { readonly at: number; readonly children: string }) {
  const side = at > 0.6 ? 'right-0' : at < 0.4 ? 'left-0' : 'left-1/2 -translate-x-1/2';
  return (
    <span
      aria-hidden="true"
      translate="no"
      className={`pointer-events-none absolute bottom-full z-10 mb-1 whitespace-nowrap rounded-md border border-line bg-ink px-2 py-1 text-bg text-xs ${side}`}
    >
      {children}
    </span>
  );
}
