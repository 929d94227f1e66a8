import { DENIED_MS, type Failure, isDenial } from '#domain/environment/failure.ts';

/** A token, by the name that tells it from others. A policy token answers 401 to what its policy does not name. */
export type TokenName = { readonly key: string; readonly isPolicy: boolean };

/** How a token last failed to answer for one thing. */
export type TokenRefusal = { readonly failure: Failure; readonly at: number };

/** By the token's key. */
type Misses = ReadonlyMap<string, TokenRefusal>;

type Question = {
  readonly tokens: readonly TokenName[];
  /** The token that answered before, or whose organization holds it. */
  readonly preferred: string | undefined;
  readonly misses: Misses;
  readonly now: number;
};

/** True when the token may not read it, so that another one might. A refused token counts: nobody can tell them apart. */
const isRefusal = ({ failure }: TokenRefusal): boolean => isDenial(failure) || failure.kind === 'unauthorized';

/** Access may have been granted since, and an answer from the future was dated by a clock that was set back. */
const isOld = ({ at }: TokenRefusal, now: number): boolean => at > now || now - at >= DENIED_MS;

/**
 * The key of the token to ask: the preferred one for as long as it does not say no, else the next that was not tried.
 *
 * When all have failed, the one that may still answer: whose failure was no refusal, then whose refusal may be the
 * token's own, then the last. A refusal is forgotten after ten minutes, so everyone is asked again, once. Without
 * tokens it is the empty key.
 */
export function chooseToken({ tokens, preferred, misses, now }: Question): string {
  const isOpen = (key: string): boolean => {
    const miss = misses.get(key);
    return miss === undefined || (isRefusal(miss) && isOld(miss, now));
  };
  const mayPass = ({ key }: TokenName): boolean => {
    const miss = misses.get(key);
    return miss !== undefined && !isRefusal(miss);
  };
  const known = tokens.find(({ key }) => key === preferred);
  if (known && (isOpen(known.key) || mayPass(known))) return known.key;
  const next =
    tokens.find(({ key }) => isOpen(key)) ??
    tokens.find(mayPass) ??
    tokens.find(({ key, isPolicy }) => !isPolicy && misses.get(key)?.failure.kind === 'unauthorized') ??
    tokens.at(-1);
  return next?.key ?? '';
}
