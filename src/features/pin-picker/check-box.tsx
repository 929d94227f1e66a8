import { StrokeIcon } from '#ui/stroke-icon.tsx';

/** Looks like a check box. The option around it says to a screen reader whether it is chosen. */
export function CheckBox({ isChecked, isFixed }: { readonly isChecked: boolean; readonly isFixed: boolean }) {
  if (!isChecked) return <span className="size-4 flex-none rounded border-[1.5px] border-mute" />;
  return (
    <span className={`grid size-4 flex-none place-items-center rounded text-bg ${isFixed ? 'bg-mute' : 'bg-ink'}`}>
      <StrokeIcon path="m3.5 8.4 3 3 6-6.6" className="size-3" />
    </span>
  );
}
