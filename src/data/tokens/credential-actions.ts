import { forgetOneToken, keep, tokenChoice, tokensIn } from './credential-store.ts';

/** Looks around in the simulated Qovery, in this tab alone. */
export const startDemo = (): void => keep({ tab: { kind: 'demo' }, device: tokenChoice(tokensIn('device')) });

/** Forgets one token, by its fingerprint, in every tab. */
export const removeToken = (print: string): void => forgetOneToken(print);
