import { StrokeIcon } from '#ui/stroke-icon.tsx';

/** Renders the image of a check box. The option around it reports its state to screen readers. */
export function CheckBox({ isChecked, isFixed }: { readonly isChecked: boolean; readonly isFixed: boolean }) {
  if (!isChecked) return <span className="size-4 flex-none rounded border-[1.5px] border-mute" />;
  return (
    <span className={`grid size-4 flex-none place-items-center rounded text-bg ${isFixed ? 'bg-mute' : 'bg-ink'}`}>
      <StrokeIcon path="m3.5 8.4 3 3 6-6.6" className="size-3" />
    </span>
  );
}
