import { configurationText } from '#messages/qovery-terms.ts';
import { ARROW_UP, StrokeIcon } from './stroke-icon.tsx';

const ICON_OF_CONFIGURATION: Readonly<
  Record<string, { readonly colours: string; readonly path: string; readonly dashes?: string }>
> = {
  UP_TO_DATE: { colours: 'bg-ok-soft text-ok', path: 'm3.5 8.4 3 3 6-6.6' },
  OUT_OF_DATE: { colours: 'bg-warning-soft text-warning', path: ARROW_UP },
};
/** For every other value: a dashed circle. */
const UNKNOWN_ICON = {
  colours: 'bg-idle-soft text-mute',
  path: 'M8 3a5 5 0 1 1 0 10A5 5 0 1 1 8 3',
  dashes: '[stroke-dasharray:1_2.9]',
};

/** Renders whether Qovery's configuration changed since the last deployment: icon, word and colour. */
export function ConfigurationPill({ configuration }: { readonly configuration: string }) {
  const { colours, path, dashes = '' } = ICON_OF_CONFIGURATION[configuration] ?? UNKNOWN_ICON;
  return (
    <span
      translate="no"
      className={`inline-flex items-center gap-1 whitespace-nowrap rounded-full py-0.5 pr-2 pl-1.5 font-semibold text-[12.5px] ${colours}`}
    >
      <StrokeIcon path={path} className={`size-[13px] ${dashes}`} />
      <span>{configurationText(configuration)}</span>
    </span>
  );
}
