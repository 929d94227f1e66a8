import { changeSettings, useSettings } from '#data/settings.ts';
import { THEMES } from '#domain/settings.ts';
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '#ui/menu.tsx';
import { MORE, SHARE } from '#ui/words/header.ts';
import { FORGET_TOKEN, KEYBOARD, LEAVE_DEMO } from '#ui/words/header-menu.ts';
import { SETTINGS, THEME } from '#ui/words/settings.ts';
import { THEME_WORDS } from '#ui/words/theme.ts';

type Props = {
  readonly anchor: HTMLElement;
  readonly isDemo: boolean;
  readonly onShare: () => void;
  readonly onSettings: () => void;
  readonly onKeys: () => void;
  readonly onForget: (() => void) | undefined;
  readonly onClose: () => void;
};

/** What is wanted seldom: theme, settings, and the way out. */
export function HeaderMenu({ anchor, isDemo, onShare, onSettings, onKeys, onForget, onClose }: Props) {
  const { theme } = useSettings();
  return (
    <Menu anchor={anchor} label={MORE} onClose={onClose}>
      <MenuItem isNarrowOnly onSelect={onShare}>
        {SHARE}
      </MenuItem>
      <MenuChoices
        label={THEME}
        value={theme}
        choices={THEMES.map((one) => [one, THEME_WORDS[one]] as const)}
        onChoose={(chosen) => changeSettings({ theme: chosen })}
      />
      <MenuSeparator />
      <MenuItem onSelect={onSettings}>{SETTINGS}</MenuItem>
      <MenuItem hint="?" onSelect={onKeys}>
        {KEYBOARD}
      </MenuItem>
      {onForget && <MenuItem onSelect={onForget}>{isDemo ? LEAVE_DEMO : FORGET_TOKEN}</MenuItem>}
    </Menu>
  );
}
