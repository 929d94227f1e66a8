import { useSettings } from '#data/preferences/settings-store.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import type { Tone } from '#domain/environment/tone.ts';
import { shortTimes } from '#messages/date-time.ts';
import { SNOOZED, snoozedText } from '#messages/environment.ts';
import { ConfigurationPill } from '#ui/configuration-pill.tsx';
import { currentStateText } from '#ui/current-state-text.ts';
import { StrokeIcon, ZZZ } from '#ui/stroke-icon.tsx';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';

/** Colour of a state's word: colour is for what needs attention. */
const wordColour = (tone: Tone): string => (tone === 'ok' ? '' : TONE_TEXT[tone]);

type Props = { readonly environment: BoardEnvironment; readonly isTight: boolean };

/** Renders state and configuration in one line. */
export function CardState({ environment, isTight }: Props) {
  const { tone, status, isSnoozed, snoozedUntil } = environment;
  const { timeZone } = useSettings();
  const snooze = snoozedText(snoozedUntil, timeZone);
  return (
    <div
      translate="no"
      className={`flex items-center ${isTight ? 'mt-0.5 h-5 gap-1.5 *:[svg]:size-4' : 'mt-1 h-6 gap-2'}`}
    >
      <ToneIcon tone={tone} />
      <strong className={`min-w-0 truncate font-semibold ${wordColour(tone)} ${isTight ? 'text-[13px]' : 'text-sm'}`}>
        {currentStateText(environment)}
      </strong>
      {isSnoozed && (
        <span
          title={snooze}
          className="flex items-center gap-1 whitespace-nowrap rounded-md border border-line px-1.5 text-mute text-xs"
        >
          {/* The whole text would leave no room for the state. */}
          <StrokeIcon path={ZZZ} className="size-3.5" />
          <span className="sr-only">{snooze}</span>
          <span aria-hidden>{snoozedUntil === undefined ? SNOOZED : shortTimes.clock(snoozedUntil, timeZone)}</span>
        </span>
      )}
      {status?.configuration !== undefined && (
        <span className="flex min-w-3.5 shrink-[1000000000] grow justify-end *:justify-end">
          <ConfigurationPill
            configuration={status.configuration}
            isHealthy={tone === 'ok'}
            isIconOnly={isTight && status.configuration === 'UP_TO_DATE'}
          />
        </span>
      )}
    </div>
  );
}
