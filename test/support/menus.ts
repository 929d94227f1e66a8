import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';

/** Opens the menu behind a button and chooses from it, with real timers and with a test's own. */
export async function choose(button: string | RegExp, item: string): Promise<void> {
  const user = userEvent.setup(vi.isFakeTimers() ? { advanceTimers: vi.advanceTimersByTime } : {});
  await user.click(await screen.findByRole('button', { name: button }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
}

/** The button that says how often the board is checked, whatever it says. */
export const PACE = /^(Live|Paused|Offline|Not reached|Token refused|Waiting|Nothing to check)/;
