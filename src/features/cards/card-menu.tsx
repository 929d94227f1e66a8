import { copyText } from '#browser/clipboard.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { endSnooze, snooze } from '#data/preferences/snoozes.ts';
import { useSession } from '#data/session.ts';
import { type BoardEnvironment, longNameOf, nameOf } from '#domain/environment/board-environment.ts';
import { consoleDeploymentUrl, consoleEnvironmentUrl } from '#domain/environment/console-url.ts';
import { SNOOZES, TIMED_SNOOZES } from '#domain/view/snooze.ts';
import {
  ACTIVITY,
  COPY_ID,
  copiedText,
  DETAILS,
  DISMISS,
  EDIT_LABEL,
  endSnoozeText,
  HIDE,
  MOVE_EARLIER,
  MOVE_LATER,
  notCopiedText,
  OPEN_IN_QOVERY,
  OPEN_LAST_DEPLOYMENT,
  SNOOZE_WORDS,
  UNPIN,
} from '#messages/cards.ts';
import { actionsText } from '#messages/environment.ts';
import { Menu, MenuItem, MenuLink, MenuSeparator } from '#ui/menu.tsx';

type Props = {
  readonly environment: BoardEnvironment;
  readonly anchor: HTMLElement;
  /** The neighbouring cards in its group, if any. */
  readonly earlier: string | undefined;
  readonly later: string | undefined;
  readonly onDetails: () => void;
  readonly onActivity: () => void;
  readonly onLabel: () => void;
  readonly onMove: (target: string) => void;
  readonly onUnpin: () => void;
  readonly onCopied: (what: string) => void;
  readonly onClose: () => void;
};

function ConsoleLinks({ environment: { info, status } }: Pick<Props, 'environment'>) {
  if (!info) return null;
  const { organizationId, projectId, id } = info;
  const consoleIds = { organizationId, projectId, environmentId: id };
  const deploymentId = status?.lastDeploymentId;
  return (
    <>
      <MenuLink href={consoleEnvironmentUrl(consoleIds)}>{OPEN_IN_QOVERY}</MenuLink>
      {deploymentId !== undefined && (
        <MenuLink href={consoleDeploymentUrl({ ...consoleIds, deploymentId })}>{OPEN_LAST_DEPLOYMENT}</MenuLink>
      )}
    </>
  );
}

/**
 * Returns the removal's label: a missing environment is dismissed, a project's environment is hidden, a pin is
 * unpinned.
 */
function removalText({ pinnedBy, failure }: BoardEnvironment): string {
  if (pinnedBy === undefined) return UNPIN;
  return failure?.kind === 'missing' ? DISMISS : HIDE;
}

/** Renders the menu of all actions on one card. */
export function CardMenu(props: Props) {
  const { environment, anchor, earlier, later, onDetails, onActivity, onLabel, onMove, onUnpin, onCopied, onClose } =
    props;
  const { readings } = useSession();
  const { timeZone } = useSettings();
  const copyId = async () => {
    const isCopied = await copyText(environment.id);
    onCopied(isCopied ? copiedText(nameOf(environment)) : notCopiedText(environment.id));
  };
  return (
    <Menu anchor={anchor} label={actionsText(longNameOf(environment))} onClose={onClose}>
      <MenuItem onSelect={onDetails}>{DETAILS}</MenuItem>
      <MenuItem onSelect={onActivity}>{ACTIVITY}</MenuItem>
      <ConsoleLinks environment={environment} />
      <MenuItem onSelect={() => void copyId()}>{COPY_ID}</MenuItem>
      <MenuItem onSelect={onLabel}>{EDIT_LABEL}</MenuItem>
      <MenuSeparator />
      {environment.isSnoozed ? (
        <MenuItem onSelect={() => endSnooze(environment.id)}>
          {endSnoozeText(environment.snoozedUntil, timeZone)}
        </MenuItem>
      ) : (
        (environment.status === undefined ? TIMED_SNOOZES : SNOOZES).map((length) => (
          <MenuItem
            key={length}
            onSelect={() => snooze(environment.id, length, readings.snoozedReadingOf(environment.id))}
          >
            {SNOOZE_WORDS[length]}
          </MenuItem>
        ))
      )}
      <MenuSeparator />
      {earlier !== undefined && <MenuItem onSelect={() => onMove(earlier)}>{MOVE_EARLIER}</MenuItem>}
      {later !== undefined && <MenuItem onSelect={() => onMove(later)}>{MOVE_LATER}</MenuItem>}
      <MenuItem onSelect={onUnpin}>{removalText(environment)}</MenuItem>
    </Menu>
  );
}
