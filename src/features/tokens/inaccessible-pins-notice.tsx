import { useState } from 'react';
import { usePollingSelector } from '#data/polling/use-polling.ts';
import { useTokens } from '#data/tokens/use-tokens.ts';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import type { PollingState } from '#domain/polling/polling-state.ts';
import { failureOf } from '#domain/polling/source-health.ts';
import { TOKEN_WORDS } from '#messages/tokens.ts';
import { Button } from '#ui/button.tsx';

/** Returns the ids that Qovery denies to every token: environments, and pinned projects without a known environment. */
function unseenIn({ sources, health }: PollingState): readonly string[] {
  return sources.flatMap(({ key, id, environmentIds }) => {
    const record = health.get(key);
    const isDenied = record && failureOf(record, health)?.kind === 'denied';
    if (!isDenied) return [];
    return environmentIds.length > 0 ? environmentIds : [id];
  });
}

type Props = { readonly environments: readonly BoardEnvironment[]; readonly onAdd: () => void };

/**
 * Names the pins that no token can access, and offers to add a token. After dismissal it stays hidden until more pins
 * are missing.
 */
export function InaccessiblePinsNotice({ environments, onAdd }: Props) {
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const unseen = usePollingSelector((polling) => unseenIn(polling).join(' '))
    .split(' ')
    .filter((id) => id !== '');
  const count = useTokens().length;
  if (unseen.every((id) => dismissed.includes(id))) return null;
  const names = unseen.map((id) => {
    const environment = environments.find((candidate) => candidate.id === id);
    return environment ? nameOf(environment) : id.slice(0, 8);
  });
  return (
    <div
      role="status"
      className="mt-4 flex flex-wrap items-center gap-3 rounded-[10px] border border-line bg-surface px-4 py-[11px]"
    >
      <p className="min-w-0 flex-1">{TOKEN_WORDS.unseen(names, count)}</p>
      <Button onClick={onAdd}>{TOKEN_WORDS.add}</Button>
      <Button onClick={() => setDismissed(unseen)}>{TOKEN_WORDS.dismiss}</Button>
    </div>
  );
}
