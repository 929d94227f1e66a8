import { memo, useState } from 'react';
import { type Board, GROUPINGS, SORTS, VIEWS } from '#domain/board/board.ts';
import { GROUPING_WORDS, SORT_WORDS, VIEW_WORDS } from '#messages/choices.ts';
import { ARRANGE, GROUP, SORT, TOOLS, VIEW } from '#messages/toolbar.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { FilterField } from '#ui/filter-field.tsx';
import { RadioSwitch } from '#ui/radio-switch.tsx';

type Props = {
  readonly board: Board;
  readonly onChange: (part: Partial<Board>, options?: { readonly replace?: boolean }) => void;
};

/**
 * Renders filter, view, grouping and sorting. All of them are in the address, so Back undoes them. Re-renders only when the
 * board itself changes, not with each answer.
 */
export const Toolbar = memo(function Toolbar({ board, onChange }: Props) {
  const [isArranging, setIsArranging] = useState(false);
  // On a narrow screen rare controls are hidden to make room for the first card.
  const className = `max-sm:flex-auto ${isArranging ? '' : 'max-sm:hidden'}`;
  return (
    <section
      aria-label={TOOLS}
      className="flex min-w-0 flex-wrap items-center gap-2.5 max-sm:grow xl:flex-none print:hidden"
    >
      <FilterField query={board.query} onChange={(query, options) => onChange({ query }, options)} />
      <Button className="sm:hidden" aria-expanded={isArranging} onClick={() => setIsArranging(!isArranging)}>
        {ARRANGE}
      </Button>
      <RadioSwitch
        label={VIEW}
        value={board.view}
        choices={VIEWS.map((view) => [view, VIEW_WORDS[view]] as const)}
        className={`max-sm:w-full ${className}`}
        onChoose={(view) => onChange({ view })}
      />
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
});
