import type { ComponentProps } from 'react';

const LOOK = {
  plain: 'border-line bg-surface text-ink hover:bg-idle-soft',
  primary: 'border-ink bg-ink text-bg hover:opacity-90',
} as const;

export function Button({
  look = 'plain',
  className = '',
  ...rest
}: ComponentProps<'button'> & { look?: keyof typeof LOOK }) {
  return (
    <button
      type="button"
      className={`whitespace-nowrap rounded-lg border px-3 py-[7px] font-semibold ${LOOK[look]} ${className}`}
      {...rest}
    />
  );
}
