import { PAGES, type Page } from '#domain/board/board.ts';
import { PAGE_WORDS } from '#messages/choices.ts';
import { PAGE } from '#messages/toolbar.ts';

type Props = {
  readonly page: Page;
  readonly className: string;
  readonly onChoose: (page: Page) => void;
};

/** Renders one button for each page of the board. */
export function PageSwitch({ page, className, onChoose }: Props) {
  return (
    <nav aria-label={PAGE} className={className}>
      {PAGES.map((option) => (
        <button
          key={option}
          type="button"
          aria-current={option === page ? 'page' : undefined}
          className="whitespace-nowrap border-transparent border-b-2 px-2.5 max-sm:grow max-sm:px-1 text-mute hover:text-ink aria-[current=page]:border-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink"
          onClick={() => onChoose(option)}
        >
          {PAGE_WORDS[option]}
        </button>
      ))}
    </nav>
  );
}
