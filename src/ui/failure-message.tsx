import type { Failure } from '#domain/environment/failure.ts';
import { failureText } from '#messages/failures.ts';

/** Explains why a card's reading is old. */
export function FailureMessage({ failure }: { readonly failure: Failure }) {
  return <p className="mt-2 text-[13px] text-warning">{failureText(failure)}</p>;
}
