import type { ReactNode } from 'react';

/** Renders one part of the details under its heading. */
export function Section({
  title,
  aside,
  children,
}: {
  readonly title: string;
  /** Content at the right of the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={title} className="mt-6">
      <div className="mb-2.5 flex items-baseline justify-between gap-3">
        <h3 className="font-semibold text-[13px]">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
