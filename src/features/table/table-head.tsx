import type { Board, Sort } from '#domain/board/board.ts';
import { ACTIONS, CHOOSE_COLUMNS, COLUMN_WORDS, ENVIRONMENT } from '#messages/table.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { CHEVRON_DOWN, StrokeIcon } from '#ui/stroke-icon.tsx';
import { type Heading, orderOf, SORTING, widthOf } from './columns.ts';

type Props = {
  readonly headings: readonly Heading[];
  readonly sort: Sort;
  readonly isReversed: boolean;
  readonly onChange: (part: Partial<Board>) => void;
  /** Opens the columns menu beside the given button. */
  readonly onColumns: (anchor: HTMLElement) => void;
};

const CHEVRON_UP = 'm4 10 4-4 4 4';
const COLUMNS = 'M3 3h10v10H3zM6.3 3v10M9.7 3v10';

const textOf = (heading: Heading): string => (heading === 'environment' ? ENVIRONMENT : COLUMN_WORDS[heading]);

function HeadCell({
  heading,
  sort,
  isReversed,
  onChange,
}: Omit<Props, 'headings' | 'onColumns'> & { readonly heading: Heading }) {
  const by = SORTING[heading]?.sort;
  const order = orderOf(heading, sort, isReversed);
  // The environment's column stays visible while the table scrolls sideways.
  const position = heading === 'environment' ? 'left-0 z-3' : 'z-2';
  return (
    <th
      scope="col"
      aria-sort={order}
      className={`sticky top-0 h-8 border-line border-b bg-surface px-2 text-left font-medium text-[12.5px] text-mute pointer-coarse:h-11 ${position}`}
    >
      {by === undefined ? (
        textOf(heading)
      ) : (
        <button
          type="button"
          onClick={() => onChange({ sort: by, isReversed: sort === by && !isReversed })}
          className={`-mx-1.5 flex max-w-full flex-wrap items-center gap-x-1 rounded-md px-1.5 py-0.5 hover:bg-idle-soft hover:text-ink pointer-coarse:h-11 ${order ? 'text-ink' : ''}`}
        >
          <span className="min-w-0 py-0.5 text-left leading-none sm:line-clamp-2">{textOf(heading)}</span>
          {order && (
            <StrokeIcon path={order === 'ascending' ? CHEVRON_UP : CHEVRON_DOWN} className="size-3 flex-none" />
          )}
        </button>
      )}
    </th>
  );
}

/** Renders the headings, most of which sort; the sorted column reports its direction. */
export function TableHead({ headings, onColumns, ...rest }: Props) {
  return (
    <>
      <colgroup>
        {headings.map((heading) => (
          <col key={heading} style={{ width: widthOf(heading, headings) }} />
        ))}
        <col style={{ width: widthOf('actions', headings) }} />
      </colgroup>
      <thead>
        <tr>
          {headings.map((heading) => (
            <HeadCell key={heading} heading={heading} {...rest} />
          ))}
          <th scope="col" className="sticky top-0 z-2 border-line border-b bg-surface px-2">
            <span className="sr-only">{ACTIONS}</span>
            <IconButton
              label={CHOOSE_COLUMNS}
              path={COLUMNS}
              aria-haspopup="menu"
              className="-my-1 pointer-coarse:-mx-2 print:hidden"
              onClick={({ currentTarget }) => onColumns(currentTarget)}
            />
          </th>
        </tr>
      </thead>
    </>
  );
}
