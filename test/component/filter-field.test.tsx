import { cleanup, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { FilterField } from '#ui/filter-field.tsx';

const placeholderOf = (isTouch: boolean) => {
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query === '(pointer: coarse)' && isTouch }));
  render(<FilterField query="" onChange={() => {}} />);
  const text = screen.getByRole('searchbox').getAttribute('placeholder');
  cleanup();
  return text;
};

it('names its key in the filter with a mouse, and names none on a touch screen', () => {
  expect(placeholderOf(false)).toBe('Filter  /');
  expect(placeholderOf(true)).toBe('Filter');
});
