import { useAsked } from '#data/api-context.tsx';
import { changeSettings, useSettings } from '#data/settings.ts';
import { usePolled } from '#data/use-polling.ts';
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '#ui/menu.tsx';

type Props = { readonly anchor: HTMLElement; readonly onClose: () => void };

const PACES = [
  [10_000, '10 s'],
  [30_000, '30 s'],
  [60_000, '1 min'],
  [120_000, '2 min'],
  [300_000, '5 min'],
  [600_000, '10 min'],
] as const;

/** Refresh, pause, and how often calm environments are checked. */
export function PaceMenu({ anchor, onClose }: Props) {
  const { poller } = useAsked();
  const phase = usePolled((polling) => polling.phase);
  const { intervalMs } = useSettings();
  return (
    <Menu anchor={anchor} label="How often the board is checked" onClose={onClose}>
      <MenuItem onSelect={() => poller.refresh()}>Refresh now</MenuItem>
      <MenuItem onSelect={() => poller.setPaused(phase !== 'paused')}>
        {phase === 'paused' ? 'Resume' : 'Pause'}
      </MenuItem>
      <MenuSeparator />
      <MenuChoices<number>
        label="Check what is calm every"
        value={intervalMs}
        choices={PACES}
        onChoose={(chosen) => changeSettings({ intervalMs: chosen })}
      />
    </Menu>
  );
}
