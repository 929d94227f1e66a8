import { Button } from '#ui/button.tsx';
import { plural } from '#ui/words/plural.ts';

/** An empty board, and the one step from there. */
export function NothingPinned({ onPin }: { readonly onPin: () => void }) {
  return (
    <section className="mx-auto mt-24 max-w-md text-center">
      <h2 className="font-semibold text-xl">Nothing pinned yet</h2>
      <p className="mt-1 mb-4 text-mute">Pin the environments you care about. The address of this page is the board.</p>
      <Button look="primary" onClick={onPin}>
        Pin environments
      </Button>
    </section>
  );
}

/** A board of which the filters leave nothing. `all` counts what it holds. */
export function NothingMatches({ all, onClear }: { readonly all: number; readonly onClear: () => void }) {
  return (
    <section className="mx-auto mt-20 max-w-md text-center">
      <h2 className="font-semibold text-xl">No environment matches</h2>
      <p className="mt-1 mb-4 text-mute">{plural(all, 'environment')} on this board, none fits the filters.</p>
      <Button onClick={onClear}>Clear filters</Button>
    </section>
  );
}
