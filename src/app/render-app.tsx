import { createRoot } from 'react-dom/client';
import { type Configured, ConfiguredPage } from './configured-page.tsx';

/**
 * Renders the page. A separate file, so that the first request is in flight before the browser reads this much script.
 */
export function renderApp(container: Element, configured: Configured): void {
  createRoot(container).render(<ConfiguredPage {...configured} />);
}
