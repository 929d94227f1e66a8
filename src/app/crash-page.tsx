import { Button } from '#ui/button.tsx';
import { MessagePage } from '#ui/message-page.tsx';
import { NOTHING_LOST, RELOAD, TITLE, UNKNOWN_ERROR } from '#ui/words/crash.ts';

/** Shows what broke, and nothing of what this browser keeps. */
export function CrashPage({ error }: { readonly error: unknown }) {
  return (
    <MessagePage title={TITLE}>
      <p className="mb-4">
        {error instanceof Error ? error.message : UNKNOWN_ERROR} {NOTHING_LOST}
      </p>
      <Button look="primary" onClick={() => location.reload()}>
        {RELOAD}
      </Button>
    </MessagePage>
  );
}
