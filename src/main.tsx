import { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { type ConfigReading, readConfig } from '#api/config.ts';
import { App } from '#app/app.tsx';
import { askFirst } from '#data/first-question.ts';
import { followTheme } from '#data/theme.ts';
import './ui/theme.css';

async function fetchConfig(): Promise<ConfigReading> {
  try {
    const response = await fetch('./config.json', { cache: 'no-store', redirect: 'error' });
    return readConfig(response.ok ? await response.text() : undefined);
  } catch {
    return { kind: 'broken', issue: 'unloaded' };
  }
}

/** From here on the page may talk to its own origin and the API, and to nobody else. */
function allowOnly(api: string): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = `connect-src 'self' ${api.startsWith('https:') ? new URL(api).origin : ''}`;
  document.head.append(policy);
}

followTheme();
const reading = await fetchConfig();
const container = document.getElementById('root');
if (!container) throw new Error('index.html lacks #root');
const root = createRoot(container);

if (reading.kind === 'broken') {
  // Not awaited: the page's file is waiting for this one, which would then wait for it.
  void import('#app/broken-config-page.tsx').then(({ BrokenConfigPage }) =>
    root.render(<BrokenConfigPage issue={reading.issue} />),
  );
} else {
  if (import.meta.env.PROD) allowOnly(reading.config.api);
  const client = new QueryClient();
  askFirst(client, reading.config);
  root.render(<App config={reading.config} client={client} />);
}
