import { useMemo, useRef } from 'react';
import { useBoardAddress } from '#data/use-board-address.ts';
import { useWatched } from '#data/use-watched.ts';
import { sorted } from '#domain/attention.ts';
import { isFiltering, matches, summarize } from '#domain/view.ts';
import { SummaryBar } from '#features/filters/summary-bar.tsx';
import { Tools } from '#features/filters/tools.tsx';
import { PinDialog } from '#features/pin-picker/pin-dialog.tsx';
import { StretchReason } from '#features/polling/freshness-line.tsx';
import { TroubleBanner } from '#features/polling/trouble-banner.tsx';
import { Button } from '#ui/button.tsx';
import { plural } from '#ui/text.ts';
import { BoardSection } from './board-section.tsx';
import { Header } from './header.tsx';

type Problems = ReturnType<typeof useBoardAddress>['problems'];

function problemText({ unreadablePins, cappedPins, newerVersion, unreadable }: Problems): string | undefined {
  const parts = [
    unreadablePins > 0 && `${plural(unreadablePins, 'pin')} in this link could not be read.`,
    cappedPins > 0 && `${plural(cappedPins, 'pin')} were left out: a board holds 8,000.`,
    newerVersion && 'This link was written by a newer Envboard; what this one can read is shown.',
    unreadable.length > 0 && `Not understood and left out: ${unreadable.join(', ')}.`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

type Props = { readonly isDemo: boolean; readonly onForget: (() => void) | undefined };

/** The board in the address: what is pinned, filtered, sorted and grouped as it says. */
export function BoardPage({ isDemo, onForget }: Props) {
  const { board, problems, change } = useBoardAddress();
  const watched = useWatched(board.pins);
  const dialog = useRef<HTMLDialogElement>(null);
  const { pins } = board;

  const all = useMemo(() => sorted(watched, board.sort), [watched, board.sort]);
  const shown = all.filter((one) => matches(one, board));
  const openPins = () => dialog.current?.showModal();
  const notice = problemText(problems);

  return (
    <div className="mx-auto max-w-[1760px] px-4 pb-7 sm:px-7">
      <Header
        name={board.name}
        isDemo={isDemo}
        onForget={onForget}
        onRename={(name) => change({ name })}
        onPin={openPins}
      />
      <main>
        <TroubleBanner onNewToken={onForget} />
        {notice !== undefined && (
          <p role="status" className="mt-4 rounded-[10px] border border-line bg-surface px-4 py-2.5">
            {notice}
          </p>
        )}
        {pins.length === 0 ? (
          <section className="mx-auto mt-24 max-w-md text-center">
            <h2 className="font-semibold text-xl">Nothing pinned yet</h2>
            <p className="mt-1 mb-4 text-mute">
              Pin the environments you care about. The address of this page is the board.
            </p>
            <Button look="primary" onClick={openPins}>
              Pin environments
            </Button>
          </section>
        ) : (
          <>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-4">
              <Tools board={board} onChange={change} />
              <span className="grow" />
              <StretchReason />
            </div>
            <SummaryBar
              summary={summarize(watched)}
              tones={board.tones}
              outOfDate={board.outOfDate}
              onTones={(tones) => change({ tones })}
              onOutOfDate={(outOfDate) => change({ outOfDate })}
            />
            {shown.length === 0 && isFiltering(board) ? (
              <section className="mx-auto mt-20 max-w-md text-center">
                <h2 className="font-semibold text-xl">No environment matches</h2>
                <p className="mt-1 mb-4 text-mute">
                  {plural(watched.length, 'environment')} on this board, none fits the filters.
                </p>
                <Button onClick={() => change({ tones: [], outOfDate: false, query: '' })}>Clear filters</Button>
              </section>
            ) : (
              <BoardSection board={board} all={all} shown={shown} onChange={change} />
            )}
          </>
        )}
      </main>
      <PinDialog dialogRef={dialog} pins={pins} onPin={(added) => change({ pins: [...pins, ...added] })} />
    </div>
  );
}
