import type { ConfigIssue } from '#domain/config.ts';
import { MessagePage } from '#ui/message-page.tsx';
import { BROKEN_CONFIG, besideText, CONFIG_FILE, READS } from '#ui/words/config.ts';

/** Says in one sentence what to mend. */
export function BrokenConfigPage({ issue }: { readonly issue: ConfigIssue }) {
  return (
    <MessagePage title={BROKEN_CONFIG}>
      <p>
        {READS} <code>{CONFIG_FILE}</code> {besideText(issue)}
      </p>
    </MessagePage>
  );
}
