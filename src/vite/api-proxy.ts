import type { Credential } from '#domain/tokens/credential.ts';

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ALLOWED = new RegExp(
  `^/(?:organization|organization/${ID}/(?:project|environments|events)|project/${ID}/environment/(?:status|overview)|environment/${ID}(?:/(?:status|statuses|services|deploymentHistoryV2))?)$`,
);

const headersFor = ({ scheme, value }: Credential) => ({
  Accept: 'application/json',
  Authorization: `${scheme} ${value}`,
});

const PARAMETERS: Readonly<Record<string, RegExp>> = {
  pageSize: /^\d{1,3}$/,
  fromTimestamp: /^\d{1,20}$/,
  continueToken: /^[\w.~-]{1,200}$/,
};

/** The parameters of a query that the page uses, in one order; the two of the change feed go to that path alone. */
function queryOf({ pathname, searchParams }: URL): string {
  const allowed = pathname.endsWith('/events') ? Object.keys(PARAMETERS) : ['pageSize'];
  const query = new URLSearchParams(
    allowed.flatMap((name) => {
      const value = searchParams.get(name);
      return value !== null && PARAMETERS[name]?.test(value) ? [[name, value]] : [];
    }),
  );
  return query.size === 0 ? '' : `?${query}`;
}

/** As `fetch` is now: tests put another in its place. */
const sendNow: typeof fetch = (input, init) => fetch(input, init);

/**
 * Forwards the listed GETs to Qovery with the server's token, through `send`. What the page sends as credentials goes
 * nowhere, and a request that is not listed costs nothing of the hour.
 */
export function createProxy(target: string, credential: Credential, send: typeof fetch = sendNow): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if ((init?.method ?? 'GET') !== 'GET') return new Response(null, { status: 405 });
    if (!ALLOWED.test(url.pathname)) return new Response(null, { status: 404 });
    return send(`${target.replace(/\/+$/, '')}${url.pathname}${queryOf(url)}`, {
      headers: headersFor(credential),
      redirect: 'error',
      signal: init?.signal ?? null,
    });
  };
}

/** One sentence when Qovery refuses the token; undefined when it does not, or cannot be asked now. */
export async function checkToken(
  target: string,
  credential: Credential,
  forward: typeof fetch = createProxy(target, credential),
): Promise<string | undefined> {
  try {
    const { status } = await forward('http://localhost/organization');
    // A policy token may be refused the list and still read what its policy names.
    const isRefused = (status === 401 || status === 403) && !credential.value.startsWith('sk-qov-');
    return isRefused
      ? `Qovery refused QOVERY_API_TOKEN (it answered ${status}): check that it is whole and not revoked.`
      : undefined;
  } catch {
    process.stderr.write(`${new URL(target).host} cannot be reached now; the board will keep trying.\n`);
    return undefined;
  }
}
