import { memo, useCallback } from 'react';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { DEFAULT_SETTINGS } from '#domain/settings.ts';
import { byText } from '#messages/environment.ts';
import { configurationText, modeText, originText, stateText } from '#messages/qovery-terms.ts';
import { agoText, checkedText } from '#messages/relative-time.ts';
import { Age } from './clock.tsx';

const LINE = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.8 } as const;
/** One path for each of two tones, as in the app. */
const BARS = ['M0 16v-9h2v9zM4 16v-6h2v6zM8 16v-12h2v12zM12 16v-8h2v8z', 'M16 16v-10h2v10zM20 16v-7h2v7z'] as const;

/** `heardAt` is the time of the last answer, in epoch milliseconds. The store writes it without a render. */
export type Props = {
  readonly environment: BoardEnvironment & { readonly heardAt?: number | undefined };
  readonly onOpen: (id: string) => void;
};

export function Icon({ path, className }: { readonly path: string; readonly className: string }) {
  return (
    <svg viewBox="0 0 16 16" className={className} aria-hidden="true">
      <path d={path} {...LINE} />
    </svg>
  );
}

function Header({ environment, onOpen }: Props) {
  return (
    <header className="flex items-center gap-1.5">
      <span draggable className="-ml-4.5 flex-none cursor-grab text-mute opacity-0">
        <Icon path="M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01" className="size-3" />
      </span>
      <h3 className="flex min-w-0 grow items-baseline font-semibold text-[13.5px] tracking-tight">
        <button type="button" onClick={() => onOpen(environment.id)} className="flex min-w-0 text-left hover:underline">
          <span className="flex min-w-0">
            <span className="truncate">{nameOf(environment)}</span>
          </span>
        </button>
      </h3>
      <span className="flex">
        <span className="rounded-[5px] border border-line bg-surface px-1.5 py-px text-[11.5px] text-mute leading-4">
          {modeText(environment.info?.mode ?? '')}
        </span>
      </span>
      <button type="button" className="-my-1.5 -mr-2 grid size-6 flex-none place-items-center rounded-lg text-mute">
        <Icon path="M3.5 8h.01M8 8h.01M12.5 8h.01" className="size-4" />
      </button>
    </header>
  );
}

function State({ environment: { status, tone } }: Pick<Props, 'environment'>) {
  return (
    <div className="mt-0.5 flex h-5 items-center gap-1.5">
      <svg viewBox="0 0 20 20" className={`size-4 flex-none text-${tone}`} aria-hidden="true">
        <circle cx="10" cy="10" r="8" fill="currentColor" />
        <path d="m6.2 10.4 2.6 2.6 5-5.6" fill="none" stroke="var(--surface)" strokeWidth="2" />
      </svg>
      <strong className="min-w-0 truncate font-semibold text-[13px]">{stateText(status?.state)}</strong>
      <span className="flex min-w-3.5 grow justify-end">
        <span className="ml-auto flex h-5 items-center gap-1 rounded-full text-xs">
          <Icon path="m3.5 8.4 3 3 6-6.6" className="size-[13px]" />
          <span className="truncate">
            {status?.configuration === 'UP_TO_DATE' ? '' : configurationText(status?.configuration ?? '')}
          </span>
        </span>
      </span>
    </div>
  );
}

/** Returns the functions that derive the texts of the two ages. */
export function useAges(environment: Props['environment']) {
  const { status } = environment;
  const deployed = useCallback(
    (now: number) => (status?.lastDeploymentAt === undefined ? '' : agoText(status.lastDeploymentAt, now)),
    [status?.lastDeploymentAt],
  );
  const checked = useCallback(
    (now: number) => {
      const kind = environment.freshness === 'kept' ? 'kept' : 'checked';
      return checkedText({ kind, at: environment.heardAt }, now, DEFAULT_SETTINGS);
    },
    [environment],
  );
  return { deployed, checked };
}

/** Renders one environment with as many elements as a card of the design has: 38. */
export const Card = memo(function Card({ environment, onOpen }: Props) {
  const { id, info, status, tone } = environment;
  const { deployed, checked } = useAges(environment);
  return (
    <div className="grid min-w-0 grid-cols-1 border-line border-t border-l [contain-intrinsic-size:auto_101px] [content-visibility:auto]">
      <article
        aria-label={`${nameOf(environment)}, ${info?.projectName ?? ''}: ${stateText(status?.state)}`}
        data-environment-id={id}
        data-state={status?.state ?? ''}
        data-tone={tone}
        className={`group relative flex min-h-[100px] min-w-0 flex-col overflow-clip px-[18px] py-2 text-xs leading-[18px] bg-${tone}-soft`}
      >
        <Header environment={environment} onOpen={onOpen} />
        <State environment={environment} />
        <div className="relative mt-1.5">
          <p className="flex items-center justify-between gap-2 whitespace-nowrap">
            <Age derive={deployed} className="min-w-0 truncate" />
            <svg viewBox="0 0 68 16" className="h-4 w-17 flex-none" aria-hidden="true">
              {BARS.map((path) => (
                <path key={path} d={path} fill="currentColor" />
              ))}
            </svg>
          </p>
          <div className="flex items-center justify-between gap-2">
            <span className="flex min-w-0 items-center gap-1.5 whitespace-nowrap">
              <Icon path="M8 3l4.5 2.5v5L8 13l-4.5-2.5v-5z" className="size-3.5 flex-none text-mute" />
              <span className="flex-none">{status?.origin === undefined ? '' : originText(status.origin)}</span>
              <span className="min-w-0 truncate text-mute">
                {status?.triggeredBy === undefined ? '' : byText(status.triggeredBy)}
              </span>
            </span>
            <Age derive={checked} className="min-w-0 flex-none truncate text-mute" />
          </div>
        </div>
      </article>
    </div>
  );
});
