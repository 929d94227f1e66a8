import { useDirectory } from '#data/directory/use-directory.ts';
import { DEFAULT_OPTIONS, encodeOptions } from '#domain/board/delivery-options.ts';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { consoleEnvironmentUrl } from '#domain/environment/console-url.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import { EDIT_LABEL } from '#messages/cards.ts';
import { DETAILS_WORDS as WORDS } from '#messages/details.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ExternalLink } from '#ui/external-link.tsx';
import { EXTERNAL_LINK, StrokeIcon } from '#ui/stroke-icon.tsx';
import { DetailsBody } from './details-body.tsx';

function OpenInQovery({ environment }: { readonly environment: EnvironmentInfo | undefined }) {
  if (!environment) return null;
  const { organizationId, projectId, id: environmentId } = environment;
  return (
    <ExternalLink
      href={consoleEnvironmentUrl({ organizationId, projectId, environmentId })}
      title={WORDS.openInQovery}
      className="flex items-center whitespace-nowrap rounded-lg border border-line bg-surface px-3 py-[7px] font-semibold hover:bg-idle-soft max-sm:min-h-11"
    >
      <span className="max-sm:sr-only">{WORDS.openInQovery}</span>
      <StrokeIcon path={EXTERNAL_LINK} className="size-[18px] sm:hidden" />
    </ExternalLink>
  );
}

const PENCIL = 'M3 13l.7-3 7-7 2.3 2.3-7 7zM9.2 4.5l2.3 2.3';

function Name({ name, onLabel }: { readonly name: string; readonly onLabel: () => void }) {
  return (
    <button
      type="button"
      title={EDIT_LABEL}
      onClick={onLabel}
      className="-m-1 flex max-w-full items-center gap-1.5 rounded-md p-1 text-left hover:bg-idle-soft max-sm:min-h-11"
    >
      <span>{name}</span>
      <StrokeIcon path={PENCIL} className="size-3.5 flex-none text-mute" />
    </button>
  );
}

type Props = {
  /** Undefined when the address names an environment that is not on this board. */
  readonly environment: BoardEnvironment | undefined;
  readonly id: string;
  readonly onClose: () => void;
  /** Opens the page Activity with these options. */
  readonly onActivity: (only: string) => void;
  readonly onLabel: () => void;
};

/** Renders all details of one environment. */
export function DetailsPanel({ environment, id, onClose, onActivity, onLabel }: Props) {
  const openActivity = () => onActivity(encodeOptions({ ...DEFAULT_OPTIONS, environment: id }));
  const actions = (
    <>
      <OpenInQovery environment={environment?.info} />
      <Button onClick={onClose} className="max-sm:min-h-11">
        {WORDS.close}
      </Button>
    </>
  );
  // The environments of a pinned project are unknown until the directory has loaded.
  const { isPending } = useDirectory(environment === undefined);
  const title = environment ? nameOf(environment) : isPending ? WORDS.loading : WORDS.notOnBoard;
  return (
    <Dialog
      title={title}
      heading={environment && <Name name={title} onLabel={onLabel} />}
      isName={environment !== undefined}
      variant="side"
      actions={actions}
      onClose={onClose}
    >
      {environment ? (
        <DetailsBody key={id} environment={environment} onActivity={openActivity} />
      ) : (
        <div className="px-[22px] pb-7">
          {!isPending && <p className="mt-2">{WORDS.notOnBoardWhy}</p>}
          <p translate="no" className="mt-2 break-all text-mute">
            {id}
          </p>
        </div>
      )}
    </Dialog>
  );
}
