import type { Column } from '#domain/board-address.ts';

export const COLUMN_WORDS = {
  state: 'State',
  mode: 'Mode',
  configuration: 'Configuration',
  deployed: 'Last deployed',
  duration: 'Duration',
  origin: 'Origin',
  history: 'History',
  cluster: 'Cluster',
  since: 'In state since',
  checked: 'Checked',
} as const satisfies Record<Column, string>;
