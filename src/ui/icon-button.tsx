import type { ComponentProps } from 'react';
import { StrokeIcon } from './stroke-icon.tsx';

type Props = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  readonly label: string;
  readonly path: string;
};

/** Renders a button with an icon and no text; screen readers and the tooltip get the label. */
export function IconButton({ label, path, className = '', ...buttonProps }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`grid size-8 flex-none touch:size-11 place-items-center rounded-lg text-mute hover:bg-idle-soft hover:text-ink ${className}`}
      {...buttonProps}
    >
      <StrokeIcon path={path} className="size-4" />
    </button>
  );
}
