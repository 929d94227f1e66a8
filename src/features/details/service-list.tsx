import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import { hasNoStates, type Service } from '#domain/environment/service.ts';
import { toneOf } from '#domain/environment/tone.ts';
import { serviceKindText } from '#messages/deployments.ts';
import { DETAILS_WORDS } from '#messages/details.ts';
import { stateText, TONE_WORDS } from '#messages/qovery-terms.ts';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';
import { Ago } from './ago.tsx';
import { FailureLine } from './failure-line.tsx';

type Props = { readonly services: readonly Service[]; readonly environment: EnvironmentInfo | undefined };

/** Renders the services with their states, failing services first. */
export function ServiceList({ services, environment }: Props) {
  return (
    <ul translate="no" className="border-line border-t text-[13px]">
      {services.map((service) => {
        const { id, name, kind, state, lastDeployedAt } = service;
        const tone = toneOf(state);
        const stateOrUnknown = state === undefined ? TONE_WORDS.unknown : stateText(state);
        const text = hasNoStates(service) ? DETAILS_WORDS.noState : stateOrUnknown;
        return (
          <li
            key={id}
            className="grid grid-cols-[22px_1fr_auto] items-center gap-x-2 border-line border-b py-[7px] sm:grid-cols-[22px_1fr_132px_112px]"
          >
            <ToneIcon tone={tone} />
            <span className="min-w-0 break-words">
              <b className="font-semibold">{name ?? `${id.slice(0, 8)}…`}</b>
              <span className="text-mute">{` ${serviceKindText(kind)}`}</span>
            </span>
            <span className={`min-w-0 break-words max-sm:text-right ${TONE_TEXT[tone]}`}>{text}</span>
            <span className="whitespace-nowrap text-right text-mute max-sm:col-start-3">
              {lastDeployedAt !== undefined && <Ago at={lastDeployedAt} />}
            </span>
            {tone === 'failing' && <FailureLine {...{ service, environment }} />}
          </li>
        );
      })}
    </ul>
  );
}
