import type { ComponentProps } from 'react';

const CLASSES_OF_VARIANT = {
  plain: 'border-line bg-surface text-ink hover:bg-idle-soft',
  primary: 'border-ink bg-ink text-bg hover:opacity-90',
} as const;

export function Button({
  variant = 'plain',
  className = '',
  ...buttonProps
}: ComponentProps<'button'> & { variant?: keyof typeof CLASSES_OF_VARIANT }) {
  return (
    <button
      type="button"
      className={`whitespace-nowrap rounded-lg border px-3 py-[7px] font-semibold ${CLASSES_OF_VARIANT[variant]} ${className}`}
      {...buttonProps}
    />
  );
}
