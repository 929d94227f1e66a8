import { useCallback, useEffect, useState } from 'react';
import type { BrokenConfig, ConfigReading } from '#api/load-app-config.ts';
import { reloadThroughSignOn } from '#browser/handed-fragment.ts';
import { useLocalNow } from '#browser/use-now.ts';
import { outageWaitMs } from '#domain/polling/poll-plan.ts';
import { RELOAD, TRY_NOW } from '#messages/common.ts';
import { CONFIG_FILE, configTitleText, issueText, nextConfigTryText, TRYING_NOW } from '#messages/invalid-config.ts';
import { Button } from '#ui/button.tsx';
import { MessagePage } from '#ui/message-page.tsx';

type Props = {
  readonly reading: BrokenConfig;
  /** Loads the settings again. Never rejects. */
  readonly retry: () => Promise<ConfigReading>;
  readonly onReading: (reading: ConfigReading) => void;
};

/**
 * Explains why the settings are unusable and how to fix them. Loads them again by itself, with growing waits and no
 * limit.
 */
export function InvalidConfigPage({ reading, retry, onReading }: Props) {
  const [tries, setTries] = useState(() => ({ count: 0, nextAt: Date.now() + outageWaitMs(0) }));
  const [isTrying, setIsTrying] = useState(false);
  const tryNow = useCallback(async () => {
    setIsTrying(true);
    const next = await retry();
    setIsTrying(false);
    setTries(({ count }) => ({ count: count + 1, nextAt: Date.now() + outageWaitMs(count + 1) }));
    onReading(next);
  }, [retry, onReading]);
  useEffect(() => {
    const timer = setTimeout(tryNow, Math.max(0, tries.nextAt - Date.now()));
    return () => clearTimeout(timer);
  }, [tries, tryNow]);
  useEffect(() => {
    addEventListener('online', tryNow);
    return () => removeEventListener('online', tryNow);
  }, [tryNow]);
  const seconds = useLocalNow((now) => Math.max(0, Math.ceil((tries.nextAt - now) / 1_000)));
  const { before, after } = issueText(reading.issue, reading.status);
  return (
    <MessagePage title={configTitleText(reading.issue)}>
      <p className="mb-4">
        <span>{`${before} `}</span>
        <code translate="no">{CONFIG_FILE}</code>
        <span>{` ${after}`}</span>
      </p>
      <p translate="no" className="mb-4 text-mute">
        {isTrying ? TRYING_NOW : nextConfigTryText(seconds)}
      </p>
      <p className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={reloadThroughSignOn}>
          {RELOAD}
        </Button>
        <Button aria-disabled={isTrying} onClick={() => !isTrying && void tryNow()}>
          {TRY_NOW}
        </Button>
      </p>
    </MessagePage>
  );
}
