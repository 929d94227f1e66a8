import { useState } from 'react';
import { downloadText } from '#browser/download.ts';
import type { ActivitySnapshot } from '#data/activity/activity-snapshot.ts';
import { useActivityWait } from '#data/activity/use-activity.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { csvOf, type ExportedEntry } from '#domain/activity/activity-export.ts';
import type { HistoryCounts } from '#messages/activity.ts';
import { ACTIVITY_WORDS, coverageText } from '#messages/activity.ts';
import { waitText } from '#messages/spare-requests.ts';
import { Button } from '#ui/button.tsx';

/** Returns how many histories were not requested yet, and how many Qovery refused. */
export function historyCounts({ byEnvironment }: ActivitySnapshot): HistoryCounts {
  const open = [...byEnvironment.values()].filter(({ coverage }) => coverage === undefined);
  const denied = open.filter(({ failure }) => failure !== undefined).length;
  return { total: byEnvironment.size, waiting: open.length - denied, denied };
}

type Props = {
  readonly snapshot: ActivitySnapshot;
  readonly hidesPeople: boolean;
  readonly onExport: () => readonly ExportedEntry[];
};

const NAME = 'envboard-activity';

/** Renders the gaps of the stream, and the exports of its entries. */
export function ActivityNotes({ snapshot, hidesPeople, onExport }: Props) {
  const [hasFailed, setHasFailed] = useState(false);
  const wait = useActivityWait();
  const settings = useSettings();
  const counts = historyCounts(snapshot);
  const notes = [
    coverageText(counts),
    counts.waiting > 0 ? waitText(wait, settings) : '',
    snapshot.isKept ? '' : ACTIVITY_WORDS.notKept,
    hidesPeople ? ACTIVITY_WORDS.peopleHidden : '',
    hasFailed ? ACTIVITY_WORDS.exportFailed : '',
  ].filter((note) => note !== '');
  const save = (kind: 'csv' | 'json') => {
    const entries = onExport();
    const text = kind === 'csv' ? csvOf(entries) : `${JSON.stringify(entries, null, 2)}\n`;
    const type = kind === 'csv' ? 'text/csv' : 'application/json';
    setHasFailed(!downloadText(`${NAME}.${kind}`, text, type));
  };
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-[13px] text-mute">
      <p role="status" className="min-w-0 grow">
        {notes.join(' ')}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => save('csv')}>{ACTIVITY_WORDS.exportCsv}</Button>
        <Button onClick={() => save('json')}>{ACTIVITY_WORDS.exportJson}</Button>
      </div>
    </div>
  );
}
