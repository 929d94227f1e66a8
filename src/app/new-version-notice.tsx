import { useState } from 'react';
import { reloadThroughSignOn } from '#browser/handed-fragment.ts';
import { useNewVersion } from '#data/connection/new-version.ts';
import type { AppConfig } from '#domain/app-config.ts';
import { RELOAD } from '#messages/common.ts';
import { LATER, NEW_VERSION_WORDS } from '#messages/new-version.ts';
import { Button } from '#ui/button.tsx';

type Props = { readonly config: AppConfig; readonly isUnattended: boolean };

/**
 * Offers a reload when the server has a new version. The wall renders nothing, because it reloads itself while idle.
 */
export function NewVersionNotice({ config, isUnattended }: Props) {
  const version = useNewVersion(config, isUnattended);
  const [dismissedId, setDismissedId] = useState<string>();
  if (version === undefined || version.id === dismissedId) return null;
  return (
    <div className="mx-4 mt-4 flex flex-wrap items-center gap-3 rounded-[10px] border border-line bg-surface px-4 py-[11px] sm:mx-6">
      <p role="status" className="min-w-0 flex-1 basis-60">
        {NEW_VERSION_WORDS[version.kind]}
      </p>
      <Button variant="primary" onClick={reloadThroughSignOn}>
        {RELOAD}
      </Button>
      <Button onClick={() => setDismissedId(version.id)}>{LATER}</Button>
    </div>
  );
}
