import { useState } from 'react';
import { holdsToken } from '#domain/tokens/credential.ts';

type HeldToken = {
  /** True while the field holds a token, which must not be saved. */
  readonly isHeld: boolean;
  /** Call it with each text that the user types or pastes. */
  readonly check: (text: string) => void;
};

/** Notices a token typed into a field, until the field is empty: part of an edited token no longer looks like one. */
export function useHeldToken(): HeldToken {
  const [isHeld, setIsHeld] = useState(false);
  return { isHeld, check: (text) => setIsHeld(text !== '' && (isHeld || holdsToken(text))) };
}
