import { useState } from 'react';
import { canShareTabs, canStore } from '#browser/page-limits.ts';
import { usePollingSelector } from '#data/polling/use-polling.ts';
import { changeSettings, useSettings } from '#data/preferences/settings-store.ts';
import { useSession } from '#data/session.ts';
import { FEED_CHOICES, INTERVAL_CHOICES_MS, type Settings } from '#domain/settings.ts';
import { CHANGE_FEED, FEED_CHOICE_WORDS, feedText } from '#messages/change-feed.ts';
import { CHECK_EVERY, HOW_OFTEN, intervalChoiceText, PAUSE, REFRESH, RESUME } from '#messages/polling.ts';
import { KEEPS_NOTHING, SHARES_NOTHING } from '#messages/settings.ts';
import { clockText } from '#messages/short-date-time.ts';
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '#ui/menu.tsx';
import { slowdownOf } from './slowdown-of.ts';

type Props = { readonly anchor: HTMLElement; readonly onClose: () => void };

/** Renders the menu to refresh, to pause, and to set the interval for idle environments. */
export function IntervalMenu({ anchor, onClose }: Props) {
  const { poller } = useSession();
  const phase = usePollingSelector((polling) => polling.phase);
  const slowdown = usePollingSelector(slowdownOf);
  const settings = useSettings();
  const { intervalMs, changeFeed } = settings;
  const feed = usePollingSelector((polling) =>
    feedText(polling.feed, polling.feed?.since === undefined ? undefined : clockText(polling.feed.since, settings)),
  );
  const [limits] = useState(() => [!canStore() && KEEPS_NOTHING, !canShareTabs() && SHARES_NOTHING]);
  const hints = [slowdown ?? false, ...limits].filter((hint) => hint !== false);
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
      <MenuSeparator />
      <MenuChoices<Settings['changeFeed']>
        label={CHANGE_FEED}
        hint={changeFeed === 'off' || phase !== 'live' ? undefined : feed}
        value={changeFeed}
        choices={FEED_CHOICES.map((choice) => [choice, FEED_CHOICE_WORDS[choice]] as const)}
        onChoose={(chosen) => changeSettings({ changeFeed: chosen })}
      />
    </Menu>
  );
}
