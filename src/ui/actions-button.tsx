import { type BoardEnvironment, longNameOf } from '#domain/environment/board-environment.ts';
import { actionsText } from '#messages/environment.ts';
import { IconButton } from './icon-button.tsx';
import { DOTS } from './stroke-icon.tsx';

type Props = {
  readonly environment: BoardEnvironment;
  readonly className: string;
  readonly onMenu: (id: string, anchor: HTMLElement) => void;
};

/** Renders the button of an environment's menu. Every view has the same one, in a place and size of its own. */
export function ActionsButton({ environment, className, onMenu }: Props) {
  return (
    <IconButton
      label={actionsText(longNameOf(environment))}
      path={DOTS}
      aria-haspopup="menu"
      className={className}
      onClick={({ currentTarget }) => onMenu(environment.id, currentTarget)}
    />
  );
}
