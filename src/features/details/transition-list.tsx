import { useTransitions } from '#data/readings/use-reading-times.ts';
import { toneOf } from '#domain/environment/tone.ts';
import { DETAILS_WORDS } from '#messages/details.ts';
import { stateText } from '#messages/qovery-terms.ts';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';
import { Ago } from './ago.tsx';

/** Renders the transitions that this browser observed, newest first. */
export function TransitionList({ environmentId }: { readonly environmentId: string }) {
  const changes = useTransitions(environmentId);
  if (changes.length === 0) return <p className="text-mute">{DETAILS_WORDS.noChanges}</p>;
  return (
    <ul translate="no" className="border-line border-t text-[13px]">
      {changes.toReversed().map(({ at, from, to }) => (
        <li
          key={`${at} ${to}`}
          className="grid grid-cols-[22px_1fr_auto] items-center gap-x-2 border-line border-b py-[7px]"
        >
          <ToneIcon tone={toneOf(to)} />
          <span className="min-w-0 break-words">
            <span className="text-mute">{`${stateText(from)} → `}</span>
            <span className={TONE_TEXT[toneOf(to)]}>{stateText(to)}</span>
          </span>
          <span className="text-mute">
            <Ago at={at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
