import { configurationText } from '#messages/qovery-terms.ts';
import { ARROW_UP, StrokeIcon } from '#ui/stroke-icon.tsx';

/** The signs of the configuration pill, without its word. */
const LOOK: Readonly<Record<string, { readonly colour: string; readonly path: string }>> = {
  UP_TO_DATE: { colour: 'text-ok', path: 'm3.5 8.4 3 3 6-6.6' },
  OUT_OF_DATE: { colour: 'text-warning', path: ARROW_UP },
};
/** The pill's three dots would look like a menu here. */
const OTHER = { colour: 'text-mute', path: 'M4 8h8' };

/** Whether Qovery's configuration changed since the last deployment, where there is room for an icon only. */
export function ConfigurationMark({ configuration }: { readonly configuration: string }) {
  const { colour, path } = LOOK[configuration] ?? OTHER;
  return (
    <span className={`flex-none ${colour}`}>
      <StrokeIcon path={path} className="size-3.5" />
      <span className="sr-only">{configurationText(configuration)}</span>
    </span>
  );
}
