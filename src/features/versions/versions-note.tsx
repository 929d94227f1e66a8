import { useSettings } from '#data/preferences/settings-store.ts';
import { useSession } from '#data/session.ts';
import { loadingNote, unreadNote, versionsNote } from '#messages/versions.ts';
import { useWaitText } from '#ui/use-wait-text.ts';
import type { Matrices } from './use-matrices.ts';

type Props = Pick<Matrices, 'summary' | 'environments' | 'loaded' | 'waiting' | 'waitAt'>;

/** Renders how many environments have an answer and why others have none, or else the summary of the matrices. */
export function VersionsNote({ summary, environments, loaded, waiting, waitAt }: Props) {
  const format = useSettings();
  const { api } = useSession();
  const unread = unreadNote({ ...summary, isDenied: summary.isDenied && api.hasToken });
  const why = useWaitText({ waitAt, isWaiting: waiting > 0, format });
  return (
    <span className="text-[13px] text-mute">
      {[waiting > 0 ? `${loadingNote(loaded, environments)} ${why}` : versionsNote(summary), unread].join(' ')}
    </span>
  );
}
