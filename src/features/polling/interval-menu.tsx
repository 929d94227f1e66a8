import { useState } from 'react';
import { canShareTabs, canStore } from '#browser/page-limits.ts';
import { usePollingSelector } from '#data/polling/use-polling.ts';
import { changeSettings, useSettings } from '#data/preferences/settings-store.ts';
import { useSession } from '#data/session.ts';
import { INTERVAL_CHOICES_MS } from '#domain/settings.ts';
import { CHECK_EVERY, HOW_OFTEN, intervalChoiceText, PAUSE, REFRESH, RESUME, slowdownText } from '#messages/polling.ts';
import { KEEPS_NOTHING, SHARES_NOTHING } from '#messages/settings.ts';
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '#ui/menu.tsx';

type Props = { readonly anchor: HTMLElement; readonly onClose: () => void };

/** Renders the menu to refresh, to pause, and to set the interval for idle environments. */
export function IntervalMenu({ anchor, onClose }: Props) {
  const { poller } = useSession();
  const phase = usePollingSelector((polling) => polling.phase);
  const requests = usePollingSelector(({ plan, sources }) => (plan.slowedDown ? sources.length : 0));
  const { intervalMs } = useSettings();
  const [limits] = useState(() => [!canStore() && KEEPS_NOTHING, !canShareTabs() && SHARES_NOTHING]);
  const hints = [requests > 0 && slowdownText(requests), ...limits].filter((hint) => hint !== false);
  return (
    <Menu anchor={anchor} label={HOW_OFTEN} onClose={onClose}>
      <MenuItem onSelect={() => poller.refresh()}>{REFRESH}</MenuItem>
      <MenuItem onSelect={() => poller.setPaused(phase !== 'paused')}>{phase === 'paused' ? RESUME : PAUSE}</MenuItem>
      <MenuSeparator />
      <MenuChoices<number>
        label={CHECK_EVERY}
        hint={hints.length > 0 ? hints.join(' ') : undefined}
        value={intervalMs}
        choices={INTERVAL_CHOICES_MS.map((ms) => [ms, intervalChoiceText(ms)] as const)}
        onChoose={(chosen) => changeSettings({ intervalMs: chosen })}
      />
    </Menu>
  );
}
