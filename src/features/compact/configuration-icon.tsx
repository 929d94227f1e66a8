import { configurationText } from '#messages/qovery-terms.ts';
import { ARROW_UP, StrokeIcon } from '#ui/stroke-icon.tsx';

/** The icons of the configuration pill. */
const ICON_OF_CONFIGURATION: Readonly<Record<string, { readonly colour: string; readonly path: string }>> = {
  UP_TO_DATE: { colour: 'text-ok', path: 'm3.5 8.4 3 3 6-6.6' },
  OUT_OF_DATE: { colour: 'text-warning', path: ARROW_UP },
};
/** Not the pill's three dots, which would look like a menu button here. */
const OTHER = { colour: 'text-mute', path: 'M4 8h8' };

type Props = {
  readonly configuration: string;
  /** True when the environment runs as it should. A green tick on a failing environment would read as health. */
  readonly isHealthy: boolean;
};

/** Renders whether Qovery's configuration changed since the last deployment, as an icon only. */
export function ConfigurationMark({ configuration, isHealthy }: Props) {
  const { colour, path } = ICON_OF_CONFIGURATION[configuration] ?? OTHER;
  return (
    <span className={`flex-none ${colour === 'text-ok' && !isHealthy ? 'text-mute' : colour}`}>
      <StrokeIcon path={path} className="size-3.5" />
      <span className="sr-only">{configurationText(configuration)}</span>
    </span>
  );
}
