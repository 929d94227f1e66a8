import { matchesMedia } from '#browser/media.ts';
import { changeSettings, useSettings } from '#data/preferences/settings-store.ts';
import { useStoredAccess } from '#data/tokens/credential-store.ts';
import { THEMES } from '#domain/settings.ts';
import { THEME_WORDS } from '#messages/choices.ts';
import { forgetText, KEYBOARD, LEAVE_DEMO, MORE, SHARE, TOKENS } from '#messages/header.ts';
import { SETTINGS, THEME } from '#messages/settings.ts';
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '#ui/menu.tsx';

type Props = {
  readonly anchor: HTMLElement;
  /** True for the demo, which the user can leave. */
  readonly isDemo: boolean;
  readonly onOpen: (overlay: 'share' | 'settings' | 'keys' | 'token') => void;
  readonly onForget: (() => void) | undefined;
  readonly onClose: () => void;
};

/** Renders the menu of rare actions: theme, settings, and leaving the board. */
export function HeaderMenu({ anchor, isDemo, onOpen, onForget, onClose }: Props) {
  const { theme } = useSettings();
  const connection = useStoredAccess();
  const isMany = connection?.kind === 'token' && connection.credentials.length > 1;
  return (
    <Menu anchor={anchor} label={MORE} onClose={onClose}>
      <MenuItem isNarrowOnly onSelect={() => onOpen('share')}>
        {SHARE}
      </MenuItem>
      <MenuChoices
        label={THEME}
        value={theme}
        choices={THEMES.map((theme) => [theme, THEME_WORDS[theme]] as const)}
        onChoose={(chosen) => changeSettings({ theme: chosen })}
      />
      <MenuSeparator />
      <MenuItem onSelect={() => onOpen('settings')}>{SETTINGS}</MenuItem>
      <MenuItem {...(!matchesMedia('(pointer: coarse)') && { hint: '?' })} onSelect={() => onOpen('keys')}>
        {KEYBOARD}
      </MenuItem>
      {onForget && !isDemo && <MenuItem onSelect={() => onOpen('token')}>{TOKENS}</MenuItem>}
      {onForget && <MenuItem onSelect={onForget}>{isDemo ? LEAVE_DEMO : forgetText(isMany)}</MenuItem>}
    </Menu>
  );
}
