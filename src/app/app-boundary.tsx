import { type ReactNode, Suspense } from 'react';
import { lazyPart } from '#data/lazy-part.ts';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { LAST_WORDS } from '#ui/words/broken.ts';

/** Asked for at once, since it must be here when nothing can be fetched any more. */
const crashPage = import('./crash-page.tsx');
const CrashPage = lazyPart(async () => (await crashPage).CrashPage);

const lastWords = () => LAST_WORDS;

/** Shows a page that says what broke, instead of a blank one. */
export function AppBoundary({ children }: { readonly children: ReactNode }) {
  return (
    <ErrorBoundary fallback={lastWords}>
      <ErrorBoundary
        fallback={(error) => (
          <Suspense>
            <CrashPage error={error} />
          </Suspense>
        )}
      >
        {children}
      </ErrorBoundary>
    </ErrorBoundary>
  );
}
