import { Button } from '#ui/button.tsx';
import { MessagePage } from '#ui/message-page.tsx';

/** Shows what broke, and nothing of what this browser keeps. */
export function CrashPage({ error }: { readonly error: unknown }) {
  return (
    <MessagePage title="Envboard stopped working">
      <p className="mb-4">
        {error instanceof Error ? error.message : 'An unknown error.'} Your board is its address, so nothing is lost.
      </p>
      <Button look="primary" onClick={() => location.reload()}>
        Reload the page
      </Button>
    </MessagePage>
  );
}
