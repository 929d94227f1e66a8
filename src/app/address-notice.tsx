import type { AddressProblems } from '#domain/board-address.ts';
import { plural } from '#ui/words/plural.ts';

function problemText({ unreadablePins, cappedPins, newerVersion, unreadable }: AddressProblems): string {
  return [
    unreadablePins > 0 && `${plural(unreadablePins, 'pin')} in this link could not be read.`,
    cappedPins > 0 && `${plural(cappedPins, 'pin')} were left out: a board holds 8,000.`,
    newerVersion && 'This link was written by a newer Envboard; what this one can read is shown.',
    unreadable.length > 0 && `Not understood and left out: ${unreadable.join(', ')}.`,
  ]
    .filter((part) => part !== false)
    .join(' ');
}

/** One notice for all that a link said and that could not be used. */
export function AddressNotice({ problems }: { readonly problems: AddressProblems }) {
  const text = problemText(problems);
  if (text === '') return null;
  return (
    <p role="status" className="mt-4 rounded-[10px] border border-line bg-surface px-4 py-2.5">
      {text}
    </p>
  );
}
