import type { Failure } from '#domain/environment/failure.ts';

/** One or two sentences for each kind of failure of an environment. */
export function failureText(failure: Failure): string {
  switch (failure.kind) {
    case 'offline':
      return 'This browser is offline.';
    case 'unreachable':
      return failure.path === undefined
        ? 'Qovery could not be reached: the network or the browser’s CORS rule blocked the request.'
        : `The server behind ${failure.path} did not answer.`;
    case 'timeout':
      return `Qovery did not answer within ${failure.afterMs / 1_000} s.`;
    case 'unauthorized':
      return failure.credential === 'token'
        ? 'Qovery refused the token.'
        : 'You are signed out of this server. Reload the page to sign in again.';
    case 'tokenRefused':
      return 'Qovery refused the token that can read this environment.';
    case 'gatewayToken':
      return 'Qovery refused the gateway’s token. Ask the person who runs the gateway to renew it.';
    case 'gatewaySpent':
      return 'The gateway has used up this hour’s requests. Checks go on when more are available.';
    case 'gatewayUnreachable':
      return 'The gateway cannot reach Qovery.';
    case 'gatewayUnusable':
      return 'The gateway cannot use Qovery’s answer: it is not JSON, or too large.';
    case 'denied':
      return 'No such environment, or no access to it.';
    case 'rateLimited':
      return `Too many requests: Qovery allows the next one in ${Math.ceil(failure.retryAfterMs / 1_000)} s.`;
    case 'budgetSpent':
      return `This hour’s requests are used up. More are available in ${Math.ceil(failure.retryAfterMs / 1_000)} s.`;
    case 'server':
    case 'refused':
      return `Qovery answered ${failure.status}.`;
    case 'malformed':
      return failure.at === undefined
        ? 'Envboard cannot read Qovery’s answer: it is not JSON.'
        : `Envboard cannot read Qovery’s answer: ${failure.at || 'the body'} is not as expected.`;
    case 'signOn':
      return 'The server answered with a redirect or a web page, probably to sign you in. Reload this page to sign in.';
    case 'otherEnvironment':
      return 'Qovery sent the status of another environment.';
    case 'missing':
      return 'No longer listed in its project: deleted, or no access.';
    default:
      return failure satisfies never;
  }
}

/** The sentence for a failure to read a list. */
export const listFailureText = (failure: Failure): string =>
  failure.kind === 'denied' ? 'Not found, or no access.' : failureText(failure);
