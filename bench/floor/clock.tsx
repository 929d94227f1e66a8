import { useLayoutEffect, useRef } from 'react';

const TICK_MS = 1_000;
const writers = new Set<() => void>();

setInterval(() => {
  for (const write of writers) write();
}, TICK_MS);

/** Renders an element whose text the clock writes each second, without React. */
export function Age({ derive, className }: { readonly derive: (now: number) => string; readonly className?: string }) {
  const ref = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const write = () => {
      const text = derive(Date.now());
      if (ref.current && ref.current.textContent !== text) ref.current.textContent = text;
    };
    write();
    writers.add(write);
    return () => void writers.delete(write);
  }, [derive]);
  return <span ref={ref} className={className} />;
}
