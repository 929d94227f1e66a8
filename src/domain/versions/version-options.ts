import type { VersionOption } from '#domain/board/board.ts';
import type { CompareWith, RowOrder } from './version-matrix.ts';

export const COMPARISONS = ['left', 'last'] as const satisfies readonly CompareWith[];
export const ROW_ORDERS = ['differing', 'name'] as const satisfies readonly RowOrder[];

type Chosen = { readonly compareWith: CompareWith; readonly rowOrder: RowOrder; readonly hasPreviews: boolean };

/** Returns the choices that a board's options of the page of versions mean. */
export const chosenOptions = (options: readonly VersionOption[]): Chosen => ({
  compareWith: options.includes('last') ? 'last' : 'left',
  rowOrder: options.includes('name') ? 'name' : 'differing',
  hasPreviews: options.includes('previews'),
});

/** Returns the options with one of them on or off. */
export const withOption = (
  options: readonly VersionOption[],
  option: VersionOption,
  isOn: boolean,
): readonly VersionOption[] => [...options.filter((one) => one !== option), ...(isOn ? [option] : [])];
