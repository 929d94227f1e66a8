import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page, Request } from '@playwright/test';

/** The only token that browser tests use: a page that shows it has leaked it. */
export const TOKEN = 'qov_leakCanary7Zt4Qw9LmXr2Kd8Vb3';

/** Returns the storage key of the tokens. */
const keyOf = (origin: string): string => `envboard.connection@${origin}/api`;

/** The token in plain text, and inside Base64 at each of the three offsets. */
const FORMS = [TOKEN, ...[0, 1, 2].map((shift) => btoa(`${'x'.repeat(shift)}${TOKEN}`).slice(4, -6))];

const shows = (text: string | null | undefined): boolean => FORMS.some((form) => text?.includes(form) ?? false);

/** Runs in every page before its own scripts: stores the token as if a user had pasted it, and logs notifications. */
function prepare({ key, token }: { readonly key: string; readonly token: string | undefined }): void {
  let shown = window.Notification;
  const observed = {
    construct: (target: typeof Notification, [title, options]: [string, NotificationOptions]) => {
      // biome-ignore lint/suspicious/noConsole: the test reads the console
      console.debug(`notified: ${title} ${JSON.stringify(options)}`);
      return Reflect.construct(target, [title, options]);
    },
  };
  Object.defineProperty(window, 'Notification', {
    configurable: true,
    get: () => shown && new Proxy(shown, observed),
    set: (next: typeof Notification) => {
      shown = next;
    },
  });
  try {
    if (token === undefined || sessionStorage.getItem('journey') !== null) return;
    // Once only: a user who forgets the token must not get it back with the next reload.
    sessionStorage.setItem('journey', 'begun');
    const credentials = [{ scheme: 'Token', value: token }];
    sessionStorage.setItem(key, JSON.stringify({ kind: 'token', credentials, seen: 0 }));
  } catch {
    // A page without an origin has no storage.
  }
}

/** Returns the leaks of a request: only the API of the page's own origin may receive the token, in one header. */
function leaksOf(request: Request, origin: string): readonly string[] {
  const { authorization, ...others } = request.headers();
  const { origin: received, pathname } = new URL(request.url());
  const isApi = received === origin && pathname.startsWith('/api/');
  return [
    ...(shows(request.url()) ? [`the address of a request: ${request.url()}`] : []),
    ...(shows(request.postData()) ? [`the body of a request to ${request.url()}`] : []),
    ...(shows(authorization) && !isApi ? [`a request to ${request.url()}`] : []),
    ...(Object.values(others).some(shows) ? [`a header of a request to ${request.url()}`] : []),
  ];
}

/** Runs in the page: returns its storage, fields, clipboard, and links that would send a referrer. */
async function lookAround() {
  const entries = (storage: () => Storage) => {
    try {
      return Object.entries<string>({ ...storage() });
    } catch {
      return []; // a page without an origin has no storage
    }
  };
  const mayRead = await navigator.permissions?.query({ name: 'clipboard-read' as PermissionName });
  return {
    local: entries(() => localStorage),
    tab: entries(() => sessionStorage),
    // The password field is left out: a user types the token there.
    fields: [...document.querySelectorAll('input:not([type=password]), textarea')].map((field) =>
      field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement ? field.value : '',
    ),
    clipboard: document.hasFocus() && mayRead?.state === 'granted' ? await navigator.clipboard?.readText() : '',
    strays: [...document.querySelectorAll('a')]
      .filter(({ origin, protocol }) => protocol.startsWith('http') && origin !== location.origin)
      .filter(({ relList }) => !relList.contains('noreferrer'))
      .map(({ href }) => `a link that gives a referrer: ${href}`),
  };
}

async function leaksIn(page: Page, { remembers, origin }: Options): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  const { local, tab, fields, clipboard, strays } = await page.evaluate(lookAround);
  const isKept = (key: string) => key === keyOf(origin);
  return [
    ...entries.filter(({ url, title }) => shows(url) || shows(title)).map(({ url }) => `the history: ${url}`),
    ...(shows(await page.title()) ? ['the title'] : []),
    ...(shows(await page.content()) ? ['the page'] : []),
    ...(fields.some(shows) ? ['a field'] : []),
    ...(shows(clipboard) ? ['the clipboard'] : []),
    ...local
      .filter(([key, value]) => shows(key) || (shows(value) && !(remembers && isKept(key))))
      .map(([key]) => `this browser's storage: ${key}`),
    ...tab
      .filter(([key, value]) => shows(key) || (shows(value) && !isKept(key)))
      .map(([key]) => `this tab's storage: ${key}`),
    ...strays,
  ];
}

export type Watch = {
  /** Errors and warnings on the console of any page, one line each. */
  readonly complaints: readonly string[];
  /** Returns every place with the token where it must not be, or was during the test. */
  leaks(): Promise<readonly string[]>;
};

type Options = { readonly hasToken: boolean; readonly remembers: boolean; readonly origin: string };

/** Watches all pages of a test for leaks of the token. */
export async function watchForLeaks(context: BrowserContext, options: Options): Promise<Watch> {
  const { hasToken, origin } = options;
  const complaints: string[] = [];
  const said: string[] = [];
  const found: string[] = [];
  const pending: Promise<unknown>[] = [];
  context.on('console', (message) => {
    said.push(message.text());
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  context.on('weberror', (error) => {
    said.push(`${error.error().stack}`);
    complaints.push(error.error().message);
  });
  context.on('request', (request) => void found.push(...leaksOf(request, origin)));
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => {
      if (shows(frame.url())) found.push(`an address: ${frame.url()}`);
    });
    page.on('download', (download) => {
      const read = async () => {
        if (shows(await readFile(await download.path(), 'utf8'))) found.push('a file');
      };
      pending.push(read().catch(() => undefined));
    });
  });
  await context.addInitScript(prepare, { key: keyOf(origin), token: hasToken ? TOKEN : undefined });
  if (hasToken) {
    const body = JSON.stringify({ api: '/api', auth: 'token' });
    await context.route(`${origin}/config.json`, (route) => route.fulfill({ contentType: 'application/json', body }));
  }
  return {
    complaints,
    async leaks() {
      await Promise.all(pending);
      if (said.some(shows)) found.push('the console');
      if ((await context.cookies()).some(({ value }) => shows(value))) found.push('a cookie');
      for (const page of context.pages()) found.push(...(await leaksIn(page, options)));
      return found;
    },
  };
}
