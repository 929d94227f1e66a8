import { useState } from 'react';
import { holdsToken } from '#domain/tokens/credential.ts';

type HeldToken = {
  /** True while the field holds a token, which must not be saved. */
  readonly isHeld: boolean;
  /** To be called with each text that the user types or pastes. */
  readonly check: (text: string) => void;
};

/**
 * True while a text holds a token, or what is left of one: half a deleted token no longer looks like a token, but must
 * not be saved either. `wasHeld` is the result for the text before.
 */
export const stillHoldsToken = (text: string, wasHeld: boolean): boolean =>
  text !== '' && (wasHeld || holdsToken(text));

/**
 * Detects a token in a field, and reports it until the field is empty.
 */
export function useHeldToken(): HeldToken {
  const [isHeld, setIsHeld] = useState(false);
  return { isHeld, check: (text) => setIsHeld(stillHoldsToken(text, isHeld)) };
}
