import { useState } from 'react';
import { type Board, GROUPINGS, PAGES, SORTS, VIEWS, type View } from '#domain/board/board.ts';
import { GROUPING_WORDS, PAGE_WORDS, SORT_WORDS, VIEW_WORDS } from '#messages/choices.ts';
import { ARRANGE, GROUP, PAGE, SORT, TOOLS, VIEW } from '#messages/toolbar.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { FilterField } from '#ui/filter-field.tsx';

type Props = {
  readonly board: Board;
  readonly onChange: (part: Partial<Board>, options?: { readonly replace?: boolean }) => void;
};

function ViewSwitch({
  view,
  className,
  onChoose,
}: {
  readonly view: View;
  readonly className: string;
  readonly onChoose: (view: View) => void;
}) {
  return (
    <fieldset
      className={`flex overflow-hidden rounded-lg border border-line bg-surface max-sm:w-full has-focus-visible:outline-2 has-focus-visible:outline-busy ${className}`}
    >
      <legend className="sr-only">{VIEW}</legend>
      {VIEWS.map((option) => (
        <label
          key={option}
          className="cursor-pointer px-[13px] py-[7px] text-center text-mute max-sm:grow touch:py-3 has-checked:bg-idle-soft has-checked:font-semibold has-checked:text-ink"
        >
          <input
            type="radio"
            name="view"
            className="sr-only"
            checked={view === option}
            onChange={() => onChoose(option)}
          />
          <span>{VIEW_WORDS[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Renders filter, view, grouping and sorting. All of them are in the address, so Back undoes them. */
export function Toolbar({ board, onChange }: Props) {
  const [isArranging, setIsArranging] = useState(false);
  // On a narrow screen rare controls are hidden to make room for the first card.
  const className = `max-sm:flex-auto ${isArranging ? '' : 'max-sm:hidden'}`;
  return (
    <section aria-label={TOOLS} className="flex flex-wrap items-center gap-2.5 max-sm:grow xl:flex-none">
      <FilterField query={board.query} onChange={(query, options) => onChange({ query }, options)} />
      <Button className="sm:hidden" aria-expanded={isArranging} onClick={() => setIsArranging(!isArranging)}>
        {ARRANGE}
      </Button>
      {isArranging && (
        <Choice
          label={PAGE}
          value={board.page}
          choices={PAGES}
          words={PAGE_WORDS}
          className="flex-auto sm:hidden"
          onChoose={(page) => onChange({ page })}
        />
      )}
      <ViewSwitch view={board.view} className={className} onChoose={(view) => onChange({ view })} />
      <Choice
        label={GROUP}
        value={board.group}
        choices={GROUPINGS}
        words={GROUPING_WORDS}
        className={className}
        onChoose={(group) => onChange({ group })}
      />
      <Choice
        label={SORT}
        value={board.sort}
        choices={SORTS}
        words={SORT_WORDS}
        className={className}
        onChoose={(sort) => onChange({ sort })}
      />
    </section>
  );
}
