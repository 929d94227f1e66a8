import { PAGES } from 'virtual:pages';
import { QueryClient } from '@tanstack/react-query';
import { loadAppConfig } from '#api/load-app-config.ts';
import { ensureFacilities } from '#browser/ensure-facilities.ts';
import { fetchInTime } from '#browser/fetch-in-time.ts';
import { takeFragment } from '#browser/handed-fragment.ts';
import { whenPreloaded } from '#browser/lazy-component.tsx';
import { besidePage, startOnce } from '#browser/page-address.ts';
import { reloadIfHelpful, reloadUntilShown } from '#browser/reload-after-deploy.ts';
import { prefetchDirectory } from '#data/connection/prefetch-directory.ts';
import { hasDirectory } from '#data/directory/persisted-directory.ts';
import { watchTheme } from '#data/preferences/apply-theme.ts';
import { wantedLanguage, watchLanguage } from '#data/preferences/wanted-language.ts';
import { loadMigration } from '#data/tokens/old-storage.ts';
import type { Language } from '#domain/language.ts';
import { LAST_WORDS } from '#languages/last-words.ts';
import './ui/theme.css';

/**
 * Maximum waits before the first render, in milliseconds: for the names and the preloaded components, and for the components
 * alone where the names are persisted. The header's frame is visible meanwhile.
 */
const MAX_WAIT_MS = 150;
const MAX_WAIT_FOR_FILES_MS = 400;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Page = { readonly language: Language } & Awaited<ReturnType<(typeof PAGES)[Language]>>;

/** Restricts the page's connections to its own origin and the API. */
function restrictConnections(api: string): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = `connect-src 'self' ${api.startsWith('https:') ? new URL(api).origin : ''}`;
  document.head.append(policy);
}

/** Step 1: reads `config.json`, and requests the names that the first render needs. */
async function configure(client: QueryClient) {
  const reading = await loadAppConfig(besidePage('config.json'), fetchInTime);
  if (reading.kind === 'broken') return { reading };
  if (import.meta.env.PROD) restrictConnections(reading.config.api);
  await loadMigration();
  return { reading, names: prefetchDirectory(client, reading.config) };
}

const loadLanguage = async (language: Language): Promise<Page> => ({ language, ...(await PAGES[language]()) });

/** Step 2: loads the page in the user's language. */
async function loadPage(): Promise<Page> {
  await ensureFacilities();
  // Some programs escape the `?` or the `#` of a link.
  if (/%(?:3F|23)/i.test(location.pathname)) (await import('#browser/restore-query.ts')).restoreQuery();
  return loadLanguage(wantedLanguage());
}

/**
 * Step 3: waits until the first render shows names. To render a large board twice, without and with names, takes longer
 * than the wait. React also delays a Suspense reveal by a third of a second when a component's file is missing, so a
 * board with persisted names waits for the files too.
 */
const waitForNames = (names: Promise<void> | undefined): Promise<unknown> =>
  Promise.race([Promise.all([names, whenPreloaded()]), pause(names ? MAX_WAIT_MS : MAX_WAIT_FOR_FILES_MS)]);

/** Step 4: renders the page, and renders it again in each language that the user chooses. All loaded data stays. */
function render(container: Element, first: Page, configured: Parameters<Page['renderApp']>[1]): void {
  let remove = () => {};
  const show = ({ language, renderApp }: Page): void => {
    // Set before the removal: an effect that cleans up compares the languages, and keeps the user's place for the next page.
    document.documentElement.lang = language;
    remove();
    remove = renderApp(container, configured);
  };
  show(first);
  watchLanguage(first.language, (language) => {
    // Older browsers repeat a failed import until the page is reloaded.
    loadLanguage(language).then(show, (error) => reloadIfHelpful(error, true));
  });
}

function start(): void {
  const container = document.getElementById('root');
  if (!container) throw new Error('index.html lacks #root');
  takeFragment();
  watchTheme();
  const client = new QueryClient();
  const configured = ensureFacilities().then(() => configure(client));
  // The page's chunk takes long to evaluate, so step 1 sends its request first. Persisted names need no request.
  const page = hasDirectory() ? loadPage() : configured.then(loadPage);
  void Promise.all([configured, page]).then(
    async ([{ reading, names }, first]) => {
      await waitForNames(names);
      render(container, first, { reading, client, retry: async () => (await configure(client)).reading });
    },
    (error: unknown) => {
      container.textContent = LAST_WORDS[wantedLanguage()];
      reloadUntilShown(error);
    },
  );
}

startOnce(import.meta.url, start);
