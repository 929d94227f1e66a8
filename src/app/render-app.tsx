import { createRoot } from 'react-dom/client';
import { type Configured, ConfiguredPage } from './configured-page.tsx';

/**
 * Renders the page, and returns a function that removes it. A separate file, so that the first request is in flight before the browser reads this much script.
 */
export function renderApp(container: Element, configured: Configured): () => void {
  const root = createRoot(container);
  root.render(<ConfiguredPage {...configured} />);
  return () => root.unmount();
}
