import { MessagePage } from '#ui/message-page.tsx';

/** Says in one sentence what to mend. `issue` is a clause, such as `it is not JSON`. */
export function BrokenConfigPage({ issue }: { readonly issue: string }) {
  return (
    <MessagePage title="config.json cannot be used">
      <p>
        Envboard reads <code>config.json</code> beside its page, and {issue}. Mend the file, then reload this page.
      </p>
    </MessagePage>
  );
}
