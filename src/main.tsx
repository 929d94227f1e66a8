import { PAGES } from 'virtual:pages';
import { QueryClient } from '@tanstack/react-query';
import { loadAppConfig } from '#api/load-app-config.ts';
import { ensureFacilities } from '#browser/ensure-facilities.ts';
import { takeFragment } from '#browser/handed-fragment.ts';
import { whenPreloaded } from '#browser/lazy-component.tsx';
import { besidePage, startOnce } from '#browser/page-address.ts';
import { reloadIfHelpful, reloadUntilShown } from '#browser/reload-after-deploy.ts';
import { prefetchDirectory } from '#data/connection/prefetch-directory.ts';
import { hasDirectory } from '#data/directory/persisted-directory.ts';
import { watchTheme } from '#data/preferences/apply-theme.ts';
import { wantedLanguage, watchLanguage } from '#data/preferences/wanted-language.ts';
import type { Language } from '#domain/language.ts';
import { LAST_WORDS } from '#languages/last-words.ts';
import './ui/theme.css';

/** Restricts the page's connections to its own origin and the API. */
function allowOnly(api: string): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = `connect-src 'self' ${api.startsWith('https:') ? new URL(api).origin : ''}`;
  document.head.append(policy);
}

/**
 * Milliseconds to wait for names and preloaded components before the first render. The header's frame is visible
 * meanwhile.
 */
const PATIENCE_MS = 150;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Page = { readonly language: Language } & Awaited<ReturnType<(typeof PAGES)[Language]>>;

const loadLanguage = async (language: Language): Promise<Page> => ({ language, ...(await PAGES[language]()) });

/** Renders the page, and renders it anew in each language that the user chooses. All that it has loaded stays. */
function showInLanguage(container: Element, first: Page, configured: Parameters<Page['renderApp']>[1]): void {
  let remove = () => {};
  const show = ({ language, renderApp }: Page): void => {
    remove();
    document.documentElement.lang = language;
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
  const configure = async () => {
    const reading = await loadAppConfig(besidePage('config.json'));
    if (reading.kind === 'broken') return { reading };
    if (import.meta.env.PROD) allowOnly(reading.config.api);
    return { reading, names: prefetchDirectory(client, reading.config) };
  };
  const ready = ensureFacilities();
  const asked = ready.then(configure);
  const loadPage = async () => {
    await ready;
    // A program escaped the `?` or the `#` of the link.
    if (/%(?:3F|23)/i.test(location.pathname)) (await import('#browser/restore-query.ts')).restoreQuery();
    return loadLanguage(wantedLanguage());
  };
  // Evaluating that file takes long, so the request is sent first, unless a persisted directory makes it unnecessary.
  const page = hasDirectory() ? loadPage() : asked.then(loadPage);
  void Promise.all([asked, page]).then(
    async ([{ reading, names }, page]) => {
      // Rendering a large board without names and again with names takes longer than the wait for the names. React also
      // delays a Suspense reveal by a third of a second when a component's file is missing. Without a request, a
      // persisted board renders at once.
      await (names ? Promise.race([Promise.all([names, whenPreloaded()]), pause(PATIENCE_MS)]) : pause(0));
      showInLanguage(container, page, { reading, client, retry: async () => (await configure()).reading });
    },
    (error: unknown) => {
      container.textContent = LAST_WORDS[wantedLanguage()];
      reloadUntilShown(error);
    },
  );
}

startOnce(import.meta.url, start);
