import { accessOf, credentialsIn, forgetTokenOf, saveCredentials } from './credential-store.ts';

/** Looks around in the simulated Qovery, in this tab alone. */
export const startDemo = (): void =>
  saveCredentials({ tab: { kind: 'demo' }, device: accessOf(credentialsIn('device')) });

/** Forgets one token, by its fingerprint, in every tab. */
export const removeToken = (print: string): void => forgetTokenOf(print);
