import { useState } from 'react';
import type { BoardProblems } from '#data/boards/use-board-problems.ts';
import type { Pin } from '#domain/board/pin.ts';
import { encodePins } from '#domain/board/pin-list-codec.ts';
import { DISMISS } from '#messages/common.ts';
import { addressProblemText, savedProblemText } from '#messages/url-problems.ts';
import { Button } from '#ui/button.tsx';

type Props = { readonly found: BoardProblems; readonly pins: readonly Pin[] };

/**
 * Lists all parts of a link or of a saved board that could not be used, in one notice. It stays until the user dismisses it
 * or changes the pins: the next address no longer holds what could not be used.
 */
export function UrlProblemsNotice({ found: { problems, isSaved }, pins }: Props) {
  const text = isSaved ? savedProblemText(problems) : addressProblemText(problems);
  const [shown, setShown] = useState({ text: '', board: '' });
  const [dismissed, setDismissed] = useState('');
  // Most links have no problem, and encoding a thousand pins takes long.
  if (text === '' && shown.text === '') return null;
  const board = encodePins(pins);
  if (text !== '' && (shown.text !== text || shown.board !== board)) setShown({ text, board });
  // A change of the pins ends the notice for good: what could not be read is gone, also after the change is undone.
  if (text === '' && shown.board !== board) setShown({ text: '', board: '' });
  if (shown.board !== board || dismissed === `${shown.text} ${board}`) return null;
  return (
    <div className="mt-4 flex items-center gap-3 rounded-[10px] border border-line bg-surface px-4 py-2.5">
      <p role="status" className="min-w-0 grow">
        {shown.text}
      </p>
      <Button onClick={() => setDismissed(`${shown.text} ${board}`)}>{DISMISS}</Button>
    </div>
  );
}
