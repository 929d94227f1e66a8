import { changeSettings, useSettings } from '#data/settings.ts';
import { THEMES } from '#domain/settings.ts';
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '#ui/menu.tsx';
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
    <Menu anchor={anchor} label="More" onClose={onClose}>
      <MenuItem isNarrowOnly onSelect={onShare}>
        Share
      </MenuItem>
      <MenuChoices
        label="Theme"
        value={theme}
        choices={THEMES.map((one) => [one, THEME_WORDS[one]] as const)}
        onChoose={(chosen) => changeSettings({ theme: chosen })}
      />
      <MenuSeparator />
      <MenuItem onSelect={onSettings}>Settings</MenuItem>
      <MenuItem hint="?" onSelect={onKeys}>
        Keyboard
      </MenuItem>
      {onForget && <MenuItem onSelect={onForget}>{isDemo ? 'Leave the demo' : 'Forget the token'}</MenuItem>}
    </Menu>
  );
}
