import type { Failure } from '#domain/environment/failure.ts';
import { failureText } from '#messages/failures.ts';

/** Explains why a card's reading is old, in one line; the tooltip has the whole text. */
export function FailureMessage({ failure }: { readonly failure: Failure }) {
  const text = failureText(failure);
  return (
    <p title={text} className="truncate text-warning text-xs leading-4">
      {text}
    </p>
  );
}
