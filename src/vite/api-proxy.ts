import type { Credential } from '#domain/tokens/credential.ts';

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ALLOWED = new RegExp(
  `^/(?:organization|organization/${ID}/(?:project|environments|events)|project/${ID}/environment/(?:status|overview)|environment/${ID}(?:/(?:status|statuses|services|deploymentHistoryV2))?|(?:application|job|helm|terraform)/${ID}/commit)$`,
);

const headersFor = ({ scheme, value }: Credential) => ({
  Accept: 'application/json',
  Authorization: `${scheme} ${value}`,
});

const PARAMETERS: Readonly<Record<string, RegExp>> = {
  pageSize: /^\d{1,3}$/,
  fromTimestamp: /^\d{1,20}$/,
  continueToken: /^[\w!$'()*+,./:;=@~-]{1,500}$/,
};

/** Returns the allowed parameters of a query, in a fixed order. Two of them are allowed for the change feed only. */
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

/** Calls the current global `fetch`, which tests replace. */
const currentFetch: typeof fetch = (input, init) => fetch(input, init);

/**
 * Returns a `fetch` that forwards the listed GET requests to Qovery with the server's token.
 *
 * It drops credentials that the page sends. It answers other requests itself (404, 405), so they do not use the hourly
 * budget.
 */
export function createProxy(target: string, credential: Credential, send: typeof fetch = currentFetch): typeof fetch {
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

/** Returns a sentence when Qovery refuses the token; undefined when it accepts it or cannot be reached. */
export async function checkToken(
  target: string,
  credential: Credential,
  forward: typeof fetch = createProxy(target, credential),
): Promise<string | undefined> {
  try {
    const { status } = await forward('http://localhost/organization');
    // Qovery refuses the list to a policy token, which may still read the environments of its policy.
    const isRefused = (status === 401 || status === 403) && !credential.value.startsWith('sk-qov-');
    return isRefused
      ? `Qovery refused QOVERY_API_TOKEN (it answered ${status}): check that it is whole and not revoked.`
      : undefined;
  } catch {
    process.stderr.write(`${new URL(target).host} cannot be reached now. The board keeps trying.\n`);
    return undefined;
  }
}
