const format = new Intl.NumberFormat();

/** A number in the reader's own figures. */
export const figures = (count: number): string => format.format(count);

/** `1 environment`, `1,000 environments`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${figures(count)} ${count === 1 ? one : many}`;

export const environmentsText = (count: number): string => plural(count, 'environment');
