import { type ReactNode, Suspense } from 'react';
import { soonPart } from '#data/lazy-part.tsx';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { LAST_WORDS } from '#ui/words/broken.ts';

const CrashPage = soonPart(() => import('./soon.ts').then((part) => part.CrashPage));

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
