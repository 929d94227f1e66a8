import { usePrintedAt } from '#browser/use-printed-at.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { dateTimeText } from '#messages/date-time.ts';

/** Renders the date and time on paper, where no age is updated. */
export function PrintTime() {
  const { timeZone } = useSettings();
  const printedAt = usePrintedAt();
  return printedAt && <time>{dateTimeText(printedAt, timeZone)}</time>;
}
