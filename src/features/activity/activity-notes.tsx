import { useState } from 'react';
import { downloadText } from '#browser/download.ts';
import { usePageActions } from '#browser/page-actions.ts';
import type { ActivitySnapshot } from '#data/activity/activity-snapshot.ts';
import { useActivityWait } from '#data/activity/use-activity.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { useSession } from '#data/session.ts';
import { csvOf, type ExportedEntry } from '#domain/activity/activity-export.ts';
import { historyCounts } from '#domain/activity/history-counts.ts';
import { ACTIVITY_WORDS, coverageText } from '#messages/activity.ts';
import { Button } from '#ui/button.tsx';
import { useWaitText } from '#ui/use-wait-text.ts';

type Props = {
  readonly snapshot: ActivitySnapshot;
  readonly hidesPeople: boolean;
  readonly onExport: () => readonly ExportedEntry[];
};

const NAME = 'envboard-activity';

/** Renders the gaps of the stream, and the exports of its entries. */
export function ActivityNotes({ snapshot, hidesPeople, onExport }: Props) {
  const [hasFailed, setHasFailed] = useState(false);
  const waitAt = useActivityWait();
  const format = useSettings();
  const { api } = useSession();
  const counts = historyCounts([...snapshot.byEnvironment.values()]);
  const why = useWaitText({ waitAt, isWaiting: counts.waiting > 0, format });
  const notes = [
    coverageText({ ...counts, needsToken: counts.needsToken && api.hasToken }),
    why,
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
  const saveCsv = () => save('csv');
  const saveJson = () => save('json');
  usePageActions([
    { id: 'export-csv', title: ACTIVITY_WORDS.exportCsv, run: saveCsv },
    { id: 'export-json', title: ACTIVITY_WORDS.exportJson, run: saveJson },
  ]);
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-[13px] text-mute">
      <p role="status" className="min-w-0 grow">
        {notes.join(' ')}
      </p>
      <div className="flex flex-wrap gap-2 print:hidden">
        <Button onClick={saveCsv}>{ACTIVITY_WORDS.exportCsv}</Button>
        <Button onClick={saveJson}>{ACTIVITY_WORDS.exportJson}</Button>
      </div>
    </div>
  );
}
