import { useId, useState } from 'react';
import { lazyComponent } from '#browser/lazy-component.tsx';
import { pageAddress } from '#browser/page-address.ts';
import { useBoardUrl } from '#data/boards/use-board-url.ts';
import type { Board } from '#domain/board/board.ts';
import {
  hasWall,
  isThisMachine,
  linkTo,
  projectLink,
  type SharedLink,
  sharedBoard,
  withoutPageFilters,
} from '#domain/board/share-link.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { isFiltering } from '#domain/view/filter.ts';
import { DONE } from '#messages/common.ts';
import { PART_QR_CODE } from '#messages/errors.ts';
import { LANGUAGE } from '#messages/locale.ts';
import {
  AS_WALL,
  COPY_LINK,
  EMPTY_BOARD,
  fragmentText,
  IN_THIS_LANGUAGE,
  LINK,
  LINK_COPIED,
  longText,
  MAKING_QR_CODE,
  MARKDOWN,
  NEEDS,
  NO_FILTERS,
  NO_WALL_HERE,
  QR_CODE,
  SHARE_BOARD,
  thisMachineText,
  tooLongText,
  WITH_FILTERS,
} from '#messages/share.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { CopyField } from './copy-field.tsx';
import { MarkdownSnippet } from './markdown-snippet.tsx';

const QrView = lazyComponent(() => import('./qr-view.tsx').then((part) => part.QrView));

type Props = {
  readonly board: Board;
  readonly environments: readonly BoardEnvironment[];
  /** How this board reaches the API: recipients need the same access. */
  readonly needs?: keyof typeof NEEDS;
  readonly onClose: () => void;
};

/** Returns warnings about problems that the link may meet in transit. */
function Warnings({ link, isEmpty }: { readonly link: SharedLink; readonly isEmpty: boolean }) {
  const { href, isLong, isInFragment, isTooLong } = link;
  const warnings = [
    isEmpty && EMPTY_BOARD,
    isTooLong && tooLongText(href.length),
    isInFragment && fragmentText(href.length),
    isLong && !isInFragment && longText(href.length),
    isThisMachine(location.hostname) && thisMachineText(location.hostname),
  ].filter((warning) => warning !== false);
  return warnings.map((warning) => (
    <p key={warning} className="mt-1 text-[13px] text-warning">
      {warning}
    </p>
  ));
}

type CheckProps = {
  readonly label: string;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isChecked: boolean) => void;
};

function Check({ label, isChecked, isDisabled = false, onChange }: CheckProps) {
  return (
    <label className={`flex items-center gap-2 max-sm:min-h-11 ${isDisabled ? 'text-mute' : 'cursor-pointer'}`}>
      <input
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        className="size-4 accent-ink"
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

/** Renders the ways to share this board. */
export function ShareDialog({ board, environments, needs = 'token', onClose }: Props) {
  const filtered = isFiltering(board) || withoutPageFilters(board.only) !== board.only;
  const [withFilters, setWithFilters] = useState(true);
  const [asWall, setAsWall] = useState(false);
  const [withLanguage, setWithLanguage] = useState(board.language !== undefined);
  const [hasMarkdown, setHasMarkdown] = useState(false);
  const [hasCode, setHasCode] = useState(false);
  const panel = useId();
  const { locate } = useBoardUrl();
  const shared = sharedBoard(board, { withFilters, asWall, language: withLanguage ? LANGUAGE : undefined });
  const link = linkTo(pageAddress(), shared, locate);
  const projects = () => {
    const projectById = new Map(environments.map(({ id, info }) => [id, info?.projectId]));
    return projectLink(pageAddress(), shared, (id) => projectById.get(id));
  };
  return (
    <Dialog title={SHARE_BOARD} onClose={onClose}>
      <div className="overflow-y-auto px-[22px] pt-3 pb-[18px]">
        <CopyField label={LINK} value={link.href} action={COPY_LINK} done={LINK_COPIED} variant="primary" />
        <div className="mt-1 flex flex-wrap gap-x-6 gap-y-1.5">
          <Check
            label={filtered ? WITH_FILTERS : NO_FILTERS}
            isChecked={filtered && withFilters}
            isDisabled={!filtered}
            onChange={setWithFilters}
          />
          <Check label={AS_WALL} isChecked={asWall} onChange={setAsWall} />
          <Check label={IN_THIS_LANGUAGE} isChecked={withLanguage} onChange={setWithLanguage} />
        </div>
        {asWall && !hasWall(board) && <p className="mt-3">{NO_WALL_HERE}</p>}
        <p className="mt-3 text-mute">{NEEDS[needs]}</p>
        <Warnings link={link} isEmpty={board.pins.length === 0} />
        <div className="mt-4 flex gap-2.5">
          <Button className="max-sm:min-h-11" aria-haspopup="dialog" onClick={() => setHasCode(true)}>
            {QR_CODE}
          </Button>
          <Button
            aria-expanded={hasMarkdown}
            aria-controls={hasMarkdown ? panel : undefined}
            className="aria-expanded:bg-idle-soft max-sm:min-h-11"
            onClick={() => setHasMarkdown(!hasMarkdown)}
          >
            {MARKDOWN}
          </Button>
        </div>
        {hasMarkdown && (
          <div id={panel} className="mt-4">
            <MarkdownSnippet board={shared} environments={environments} href={link.href} />
          </div>
        )}
        {hasCode && (
          <PartBoundary name={PART_QR_CODE} of={link.href} waiting={<p className="mt-4 text-mute">{MAKING_QR_CODE}</p>}>
            <QrView href={link.href} projects={projects()} onClose={() => setHasCode(false)} />
          </PartBoundary>
        )}
      </div>
      <footer className="flex justify-end border-line border-t px-[22px] py-3.5">
        <Button className="max-sm:min-h-11" onClick={onClose}>
          {DONE}
        </Button>
      </footer>
    </Dialog>
  );
}
