import { credentialsIn, forgetTokenOf, saveCredentials } from './credential-store.ts';
import { accessOf } from './stored-access.ts';

/** Opens the demo in this tab. Tokens on this device stay. */
export const startDemo = (): void =>
  saveCredentials({ tab: { kind: 'demo' }, device: accessOf(credentialsIn('device')) });

/** Removes the token with this fingerprint in every tab. */
export const removeToken = (print: string): void => forgetTokenOf(print);
