import { createRoot } from 'react-dom/client';
import { type Configured, ConfiguredPage } from './configured-page.tsx';

/** Ends once what every board shows soon is here, and those who wait for it know; or cannot be had. */
export const soon = import('./soon.ts').then(
  () => new Promise<void>((resolve) => setTimeout(resolve)),
  () => {},
);

/** Draws the page. A file of its own: the first question is under way before this much script is read. */
export function mount(container: Element, configured: Configured): void {
  createRoot(container).render(<ConfiguredPage {...configured} />);
}
