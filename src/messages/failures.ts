import type { Failure } from '#domain/environment/failure.ts';

/** One sentence for each way in which asking can fail. */
export function failureText(failure: Failure): string {
  switch (failure.kind) {
    case 'offline':
      return 'This browser is offline.';
    case 'unreachable':
      return 'Qovery could not be reached: the network, or the browser’s CORS rule, blocked it.';
    case 'timeout':
      return `Qovery did not answer within ${failure.afterMs / 1_000} s.`;
    case 'unauthorized':
      return 'Qovery refused the token.';
    case 'tokenRefused':
      return 'Qovery refused the token that this was read with.';
    case 'gatewayToken':
      return 'Qovery refused the gateway’s token. Whoever runs the gateway must renew it.';
    case 'gatewaySpent':
      return 'The gateway has spent this hour’s requests. It asks again as the hour passes.';
    case 'denied':
      return 'Not found, or no access.';
    case 'rateLimited':
      return `Qovery asked us to wait ${Math.ceil(failure.retryAfterMs / 1_000)} s.`;
    case 'budgetSpent':
      return `This hour’s requests are spent; more in ${Math.ceil(failure.retryAfterMs / 1_000)} s.`;
    case 'server':
    case 'refused':
      return `Qovery answered ${failure.status}.`;
    case 'malformed':
      return failure.at === undefined
        ? 'Qovery sent something unreadable: it is not JSON.'
        : `Qovery sent something unreadable: ${failure.at || 'the body'} is not as expected.`;
    case 'signOn':
      return 'The answer was a redirect or a web page, probably of a sign-on. Reload this page to sign in.';
    case 'otherEnvironment':
      return 'Qovery answered for another environment.';
    case 'missing':
      return 'No longer listed in its project: deleted, or no access.';
    default:
      return failure satisfies never;
  }
}
