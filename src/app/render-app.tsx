import { createRoot } from 'react-dom/client';
import { type Configured, ConfiguredPage } from './configured-page.tsx';

/** Draws the page. A file of its own: the first question is under way before this much script is read. */
export function renderApp(container: Element, configured: Configured): void {
  createRoot(container).render(<ConfiguredPage {...configured} />);
}
