import { DENIED_MS, type Failure, isDenial } from '#domain/environment/failure.ts';

/** A token's unique key. Qovery answers 401 to a policy token for everything that its policy does not name. */
export type TokenName = { readonly key: string; readonly isPolicy: boolean };

/** The last failure of a token for one source, at an epoch time in milliseconds. */
export type TokenRefusal = { readonly failure: Failure; readonly at: number };

/** The failures for one source, by the token's key. */
type Misses = ReadonlyMap<string, TokenRefusal>;

type Choice = {
  readonly tokens: readonly TokenName[];
  /** Key of the token that was answered before, or whose organization contains the source. */
  readonly preferred: string | undefined;
  readonly misses: Misses;
  readonly now: number;
};

/** True when another token might succeed: the token was denied, or refused. A 401 does not distinguish the two. */
const isRefusal = ({ failure }: TokenRefusal): boolean => isDenial(failure) || failure.kind === 'unauthorized';

/** True when a refusal no longer counts: access may have been granted since, or the clock was set back. */
const isOld = ({ at }: TokenRefusal, now: number): boolean => at > now || now - at >= DENIED_MS;

/**
 * Returns the key of the token for a request: the preferred one unless it was refused, else the first untried one.
 *
 * When all tokens have failed, the order is: a token whose failure was not a refusal, a token without a policy that was
 * answered 401, the last token. A refusal expires after ten minutes, so that each token is tried again once. Empty when
 * there are no tokens.
 */
export function chooseToken({ tokens, preferred, misses, now }: Choice): string {
  const isOpen = (key: string): boolean => {
    const miss = misses.get(key);
    return miss === undefined || (isRefusal(miss) && isOld(miss, now));
  };
  const mayPass = ({ key }: TokenName): boolean => {
    const miss = misses.get(key);
    return miss !== undefined && !isRefusal(miss);
  };
  const preferredToken = tokens.find(({ key }) => key === preferred);
  if (preferredToken && (isOpen(preferredToken.key) || mayPass(preferredToken))) return preferredToken.key;
  const next =
    tokens.find(({ key }) => isOpen(key)) ??
    tokens.find(mayPass) ??
    tokens.find(({ key, isPolicy }) => !isPolicy && misses.get(key)?.failure.kind === 'unauthorized') ??
    tokens.at(-1);
  return next?.key ?? '';
}
