import { useCheckedClock, useCheckedKind, useLastChecked } from '#data/readings/use-reading-times.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { dateTimeText } from '#messages/date-time.ts';
import { failureText } from '#messages/failures.ts';
import { checkedText } from '#messages/relative-time.ts';
import { shortAgeText } from '#messages/short-date-time.ts';
import { TWO_LINES } from './two-lines.tsx';

type Props = { readonly environment: BoardEnvironment };

/** Renders a time, or a text when there is none. */
const shortCheckedText: typeof checkedText = (lastCheck, now, timeFormat) =>
  lastCheck.at === undefined ? checkedText(lastCheck, now, timeFormat) : shortAgeText(lastCheck.at, now, timeFormat);

/** Dashed like a card's border, because colour must not be the only sign. */
const UNHEARD = 'font-semibold text-warning underline decoration-dashed underline-offset-4';

/** The time of an answer for a tooltip, with its zone. */
const momentText: typeof checkedText = ({ at }, _, { timeZone }) =>
  at === undefined ? '' : dateTimeText(at, timeZone);

/** Renders the age of an answer that came in time. The clock writes it, as most cells of a table show one. */
function InTime({ environment }: Props) {
  const { textRef: shortRef } = useCheckedClock(environment, shortCheckedText);
  const { textRef: wordsRef } = useCheckedClock(environment, checkedText);
  const { text: moment } = useLastChecked(environment, momentText);
  return (
    <span className="text-mute" title={moment}>
      <span ref={shortRef} aria-hidden="true" />
      <span ref={wordsRef} className="sr-only" />
    </span>
  );
}

function NotInTime({ environment }: Props) {
  const { kind, text: words } = useLastChecked(environment, checkedText);
  const { text: short } = useLastChecked(environment, shortCheckedText);
  const { failure } = environment;
  return (
    <span
      className={kind === 'checked' ? 'text-mute' : UNHEARD}
      title={failure ? `${words}: ${failureText(failure)}` : words}
    >
      <span aria-hidden="true" className={kind === 'checked' ? '' : TWO_LINES}>
        {short}
      </span>
      <span className="sr-only">{words}</span>
    </span>
  );
}

/** Renders when an environment was last checked, or since when its checks fail. */
export function CheckedCell({ environment }: Props) {
  const isInTime = useCheckedKind(environment) === 'checked' && environment.failure === undefined;
  return isInTime ? <InTime environment={environment} /> : <NotInTime environment={environment} />;
}
