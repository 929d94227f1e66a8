import { endSnooze, snooze } from '#data/change-snoozes.ts';
import { consoleDeploymentUrl, consoleEnvironmentUrl } from '#domain/console-link.ts';
import { nameOf, type WatchedEnvironment } from '#domain/reading.ts';
import { SNOOZES, type SnoozeLength } from '#domain/snooze.ts';
import { Menu, MenuItem, MenuLink, MenuSeparator } from '#ui/menu.tsx';

type Props = {
  readonly watched: WatchedEnvironment;
  readonly anchor: HTMLElement;
  /** The cards before and after it in its group, where there are any. */
  readonly earlier: string | undefined;
  readonly later: string | undefined;
  readonly onDetails: () => void;
  readonly onLabel: () => void;
  readonly onMove: (target: string) => void;
  readonly onUnpin: () => void;
  readonly onCopied: (what: string) => void;
  readonly onClose: () => void;
};

const SNOOZE_WORDS = {
  changed: 'Snooze until it changes',
  hour: 'Snooze for 1 hour',
  tomorrow: 'Snooze until tomorrow',
} as const satisfies Record<SnoozeLength, string>;

function ConsoleLinks({ watched: { environment, status } }: Pick<Props, 'watched'>) {
  if (!environment) return null;
  const { organizationId, projectId, id } = environment;
  const place = { organizationId, projectId, environmentId: id };
  const deploymentId = status?.lastDeploymentId;
  return (
    <>
      <MenuLink href={consoleEnvironmentUrl(place)}>Open in Qovery</MenuLink>
      {deploymentId !== undefined && (
        <MenuLink href={consoleDeploymentUrl({ ...place, deploymentId })}>Open the last deployment</MenuLink>
      )}
    </>
  );
}

/** What leaves by itself is dismissed, what a project brings is hidden, what was pinned is unpinned. */
function removalText({ pinnedBy, failure }: WatchedEnvironment): string {
  if (pinnedBy === undefined) return 'Unpin';
  return failure?.kind === 'missing' ? 'Dismiss' : 'Hide from this board';
}

/** All that can be done with one card. */
export function CardMenu(props: Props) {
  const { watched, anchor, earlier, later, onDetails, onLabel, onMove, onUnpin, onCopied, onClose } = props;
  const copyId = () => {
    const copying = navigator.clipboard?.writeText(watched.id) ?? Promise.reject(new Error('no clipboard'));
    copying.then(
      () => onCopied(`The id of ${nameOf(watched)} is copied.`),
      () => onCopied(`This browser does not allow copying. The id is ${watched.id}.`),
    );
  };
  return (
    <Menu anchor={anchor} label={`Actions for ${nameOf(watched)}`} onClose={onClose}>
      <MenuItem onSelect={onDetails}>Details</MenuItem>
      <ConsoleLinks watched={watched} />
      <MenuItem onSelect={copyId}>Copy id</MenuItem>
      <MenuItem onSelect={onLabel}>Label…</MenuItem>
      <MenuSeparator />
      {watched.isSnoozed ? (
        <MenuItem onSelect={() => endSnooze(watched.id)}>End the snooze</MenuItem>
      ) : (
        SNOOZES.map((length) => (
          <MenuItem key={length} onSelect={() => snooze(watched.id, length, watched.status?.state)}>
            {SNOOZE_WORDS[length]}
          </MenuItem>
        ))
      )}
      <MenuSeparator />
      {earlier !== undefined && <MenuItem onSelect={() => onMove(earlier)}>Move earlier</MenuItem>}
      {later !== undefined && <MenuItem onSelect={() => onMove(later)}>Move later</MenuItem>}
      <MenuItem onSelect={onUnpin}>{removalText(watched)}</MenuItem>
    </Menu>
  );
}
