const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

export const JSON_TYPE = { 'Content-Type': 'application/json' };

/** A response with a JSON body. */
export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { ...JSON_TYPE, ...headers } });

/** An error response with the same fields as Qovery's. */
export const problem = (status: number, detail: string, headers: Readonly<Record<string, string>> = {}): Response =>
  json({ status, error: REASONS[status] ?? 'Error', detail }, status, headers);
