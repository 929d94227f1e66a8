import type { ExportWords } from '#domain/versions/version-export.ts';
import { serviceKindText } from './deployments.ts';
import { comparisonText, configuredText } from './version-comparison.ts';
import { VERSIONS_WORDS } from './versions.ts';

/** The texts of the copied tables. */
export const EXPORT_WORDS: ExportWords = {
  kind: serviceKindText,
  comparison: comparisonText,
  configured: configuredText,
  service: VERSIONS_WORDS.service,
  absent: '–',
  unknown: VERSIONS_WORDS.unknown,
  // English in every language, as the values below them: a program that reads the CSV file finds the same names.
  columns: [
    'Project',
    'Service',
    'Kind',
    'Environment',
    'Mode',
    'Deployed',
    'Configured',
    'Deployed at',
    'State',
    'Comparison',
  ],
};
