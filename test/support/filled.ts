import { waitFor } from '@testing-library/react';
import { expect } from 'vitest';

/** Resolves when no card, row or tile is empty: those of a long board render in turns. */
export const whenFilled = () => waitFor(() => expect(document.querySelectorAll('[aria-busy]')).toHaveLength(0));
