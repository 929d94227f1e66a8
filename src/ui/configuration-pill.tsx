import { configurationText } from '#messages/qovery-terms.ts';
import { ARROW_UP, StrokeIcon } from './stroke-icon.tsx';

type Look = { readonly ground: string; readonly text: string; readonly path: string; readonly dashes?: string };

const LOOK_OF_CONFIGURATION: Readonly<Record<string, Look>> = {
  UP_TO_DATE: { ground: '', text: 'text-mute', path: 'm3.5 8.4 3 3 6-6.6' },
  OUT_OF_DATE: { ground: 'bg-warning-soft', text: 'font-semibold text-warning', path: ARROW_UP },
};
/** For every other value: a dashed circle. */
const UNKNOWN_LOOK: Look = {
  ground: 'bg-idle-soft',
  text: 'text-mute',
  path: 'M8 3a5 5 0 1 1 0 10A5 5 0 1 1 8 3',
  dashes: '[stroke-dasharray:1_2.9]',
};

type Props = {
  readonly configuration: string;
  /** True when the environment runs as it should. A green tick on a failing environment would read as health. */
  readonly isHealthy: boolean;
  readonly isIconOnly?: boolean;
};

/**
 * Renders whether Qovery's configuration changed since the last deployment: icon, word and colour.
 *
 * If both do not fit, the word wraps into a second line, which is not visible. Icon and word therefore have a ground
 * each; that of the word continues so far below the icon that no gap shows between their round ends.
 */
export function ConfigurationPill({ configuration, isHealthy, isIconOnly = false }: Props) {
  const { ground, text, path, dashes = '' } = LOOK_OF_CONFIGURATION[configuration] ?? UNKNOWN_LOOK;
  const word = configurationText(configuration);
  const half = `flex h-5 flex-none items-center rounded-full ${ground}`;
  const chip = ground === '' ? undefined : true;
  const colour = configuration === 'UP_TO_DATE' && isHealthy ? 'text-ok' : '';
  return (
    <span translate="no" title={word} className={`flex h-5 min-w-0 flex-wrap overflow-clip text-xs leading-5 ${text}`}>
      <span data-chip={chip} className={`relative ${half} ${ground && 'px-1.5'} ${colour}`}>
        <StrokeIcon path={path} className={`size-[13px] ${dashes}`} />
      </span>
      <span
        data-chip={chip}
        className={isIconOnly ? 'sr-only' : `whitespace-nowrap ${ground === '' ? 'pl-1' : `${half} -ml-5 pr-2 pl-5`}`}
      >
        {word}
      </span>
    </span>
  );
}
