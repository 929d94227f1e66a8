import { type ReactNode, Suspense } from 'react';
import { FileFailure, preloadedComponent } from '#browser/lazy-component.tsx';
import { PART_PAGE } from '#messages/errors.ts';
import { LAST_WORDS } from '#messages/last-words.ts';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { FailedPart } from '#ui/part-boundary.tsx';

const CrashPage = preloadedComponent(() => import('./crash-page.tsx').then((part) => part.CrashPage));

const lastWords = () => <p>{LAST_WORDS}</p>;

/** Renders a page that explains the crash, instead of a blank page. */
export function AppErrorBoundary({ children }: { readonly children: ReactNode }) {
  return (
    <ErrorBoundary fallback={lastWords}>
      <ErrorBoundary
        fallback={(error, renderAgain) =>
          error instanceof FileFailure ? (
            <main className="px-4">
              <FailedPart name={PART_PAGE} error={error} renderAgain={renderAgain} />
            </main>
          ) : (
            <Suspense>
              <CrashPage error={error} onRetry={renderAgain} />
            </Suspense>
          )
        }
      >
        {children}
      </ErrorBoundary>
    </ErrorBoundary>
  );
}
