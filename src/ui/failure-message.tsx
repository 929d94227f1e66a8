import type { Failure } from '#domain/environment/failure.ts';
import { failureText } from '#messages/failures.ts';

type Props = {
  readonly failure: Failure;
  /** True where the text may take more than one line. */
  readonly isWhole: boolean;
};

/** Explains why a card's reading is old; the tooltip has the whole text. */
export function FailureMessage({ failure, isWhole }: Props) {
  const text = failureText(failure);
  return (
    <p title={text} className={`text-warning text-xs leading-4 ${isWhole ? '' : 'truncate'}`}>
      {text}
    </p>
  );
}
