import { CSPProvider } from '@base-ui/react/csp-provider';
import { Popover } from '@base-ui/react/popover';
import { useSettings } from '#data/preferences/settings-store.ts';
import { nameOf } from '#domain/environment/board-environment.ts';
import { consoleEnvironmentUrl } from '#domain/environment/console-url.ts';
import { hasNoStates } from '#domain/environment/service.ts';
import { commitUrl, compareUrl } from '#domain/versions/repository-links.ts';
import { shortVersion } from '#domain/versions/version.ts';
import type { Cell, CommitsOf, Matrix, Row } from '#domain/versions/version-matrix.ts';
import { distanceText } from '#messages/version-comparison.ts';
import {
  byAuthorText,
  committedAtText,
  deployedText,
  deployedThereText,
  durationBetweenText,
  inEnvironmentText,
  momentText,
  timeBetweenText,
} from '#messages/version-details.ts';
import { VERSIONS_WORDS as WORDS } from '#messages/versions.ts';
import { ExternalLink } from '#ui/external-link.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { CLOSE, EXTERNAL_LINK, StrokeIcon } from '#ui/stroke-icon.tsx';
import { ToneIcon } from '#ui/tone-icon.tsx';
import { ComparisonChip } from './mark-chip.tsx';
import { serviceStateText, shownPending, stateOfService, toneOfService } from './shown-cell.ts';

type Props = {
  readonly matrix: Matrix;
  readonly row: Row;
  readonly column: number;
  readonly anchor: HTMLElement;
  readonly commitsOf: CommitsOf;
  readonly onClose: () => void;
};

type ServiceCell = Extract<Cell, { kind: 'service' }>;

/** Places the popover along the lower edge of a narrow screen, whatever position Base UI computed. */
const SHEET = 'max-sm:fixed! max-sm:inset-x-0! max-sm:top-auto! max-sm:bottom-0! max-sm:transform-none!';

function TextLink({ href, children }: { readonly href: string | undefined; readonly children: string }) {
  if (href === undefined) return null;
  return (
    <ExternalLink href={href} className="inline-flex items-center gap-1 font-semibold text-busy hover:underline">
      <span>{children}</span>
      <StrokeIcon path={EXTERNAL_LINK} className="size-[13px]" />
    </ExternalLink>
  );
}

/** The details of one cell: its commit, when it was deployed, how far it is from the other environment, and links. */
export function CellPopover({ matrix, row, column, anchor, commitsOf, onClose }: Props) {
  const environment = matrix.columns[column]?.environment;
  const cell = row.cells[column];
  if (!environment || cell?.kind !== 'service') return null;
  const { running, comparison } = cell;
  const title = inEnvironmentText(row.name, nameOf(environment));
  return (
    <CSPProvider disableStyleElements>
      <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
        <Popover.Portal container={document.querySelector('main')}>
          <Popover.Positioner anchor={anchor} align="end" sideOffset={4} className={`z-20 outline-none ${SHEET}`}>
            <Popover.Popup
              finalFocus={() => anchor}
              className="max-h-(--available-height) w-(--anchor-width) min-w-[min(360px,calc(100vw-32px))] overflow-y-auto rounded-xl border border-line bg-surface px-4 py-3 text-[13px] text-ink shadow-xl outline-none max-sm:w-full max-sm:rounded-b-none"
            >
              <div className="flex items-center gap-2">
                <ToneIcon tone={toneOfService(running, environment.tone)} />
                <Popover.Title translate="no" className="min-w-0 break-words font-semibold">
                  {title}
                </Popover.Title>
                {comparison && <ComparisonChip comparison={comparison} />}
                <span className="grow" />
                <IconButton label={WORDS.close} path={CLOSE} className="-mr-2" onClick={onClose} />
              </div>
              <CellFacts {...{ matrix, row, column, cell, commitsOf }} />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </CSPProvider>
  );
}

type FactsProps = Pick<Props, 'matrix' | 'row' | 'column' | 'commitsOf'> & { readonly cell: ServiceCell };

function CellFacts({ matrix, row, column, cell, commitsOf }: FactsProps) {
  const { timeZone, hidesPeople } = useSettings();
  const { running, comparison, comparedWith } = cell;
  const { deployed, deployedAt, state, service } = running;
  const configured = shownPending(running)?.fullText;
  const ids = row.cells.flatMap((one) => (one.kind === 'service' ? [one.running.service.id] : []));
  const commits = commitsOf(ids);
  const commit = commits.find(({ id }) => id === deployed?.text);
  const otherCell = comparedWith === undefined ? undefined : row.cells[comparedWith];
  const other = otherCell?.kind === 'service' ? otherCell.running.deployed : undefined;
  const otherEnvironment = comparedWith === undefined ? undefined : matrix.columns[comparedWith]?.environment;
  const otherCommit = commits.find(({ id }) => id === other?.text);
  const distance = comparison && otherEnvironment && distanceText(comparison, nameOf(otherEnvironment));
  const between =
    commit?.createdAt === undefined || otherCommit?.createdAt === undefined
      ? undefined
      : Math.abs(commit.createdAt - otherCommit.createdAt);
  const thereAt = otherCell?.kind === 'service' ? otherCell.running.deployedAt : undefined;
  const note =
    comparison?.relation === 'sameMovingTag' && thereAt !== undefined
      ? deployedThereText(momentText(thereAt, timeZone))
      : between === undefined || between === 0
        ? undefined
        : timeBetweenText(durationBetweenText(between));
  const url = service.source?.kind === 'git' ? service.source.url : undefined;
  const { info, status, tone = 'unknown' } = matrix.columns[column]?.environment ?? {};
  const shownState = stateOfService(running, tone);
  // Qovery names the person of the environment's last deployment only.
  const by =
    hidesPeople || deployedAt === undefined || status?.lastDeploymentAt !== deployedAt ? undefined : status.triggeredBy;
  const isAhead = comparison?.relation === 'ahead';
  return (
    <>
      {commit?.message !== undefined && (
        <p translate="no" className="mt-2 font-semibold text-sm">
          {commit.message}
        </p>
      )}
      <p translate="no" className="mt-1 break-all text-mute">
        {deployed ? (
          <>
            <code className="text-[12.5px] text-ink">{shortVersion(deployed)}</code>
            {commit?.author !== undefined && !hidesPeople && <span>{byAuthorText(commit.author)}</span>}
            {commit?.createdAt !== undefined && <span>{committedAtText(momentText(commit.createdAt, timeZone))}</span>}
          </>
        ) : (
          <span>{WORDS.unknown}</span>
        )}
      </p>
      {configured !== undefined && <p>{configured}</p>}
      <p className="text-mute">
        {hasNoStates({ kind: service.kind, state })
          ? WORDS.noState
          : deployedText(
              serviceStateText(running, tone),
              shownState === 'DEPLOYED',
              deployedAt === undefined ? undefined : momentText(deployedAt, timeZone),
              by,
            )}
      </p>
      {distance !== undefined && (
        <p>
          <span>{distance}</span>
          {other && <code className="ml-1 text-[12.5px]">{shortVersion(other)}</code>}
          {note !== undefined && <span>{note}</span>}
        </p>
      )}
      <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
        <TextLink href={url && deployed && commitUrl(url, deployed.text)}>{WORDS.commit}</TextLink>
        <TextLink
          href={
            url && deployed && other && other.text !== deployed.text
              ? compareUrl(url, isAhead ? other.text : deployed.text, isAhead ? deployed.text : other.text)
              : undefined
          }
        >
          {WORDS.comparison}
        </TextLink>
        <TextLink
          href={
            info &&
            consoleEnvironmentUrl({
              organizationId: info.organizationId,
              projectId: info.projectId,
              environmentId: info.id,
            })
          }
        >
          {WORDS.console}
        </TextLink>
      </p>
    </>
  );
}
