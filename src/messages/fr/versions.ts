import type { TimeFormat } from '#domain/settings.ts';
import { isShownAsDate } from '#domain/shown-time.ts';
import { type CompareWith, isCompared, type Row, type RowOrder } from '#domain/versions/version-matrix.ts';
import { hasNoServices, type VersionSummary } from '#domain/versions/version-summary.ts';
import { counted, figures, plural } from './common.ts';
import { modeText } from './qovery-terms.ts';
import { shortAge } from './relative-time.ts';
import { shortAgeText } from './short-date-time.ts';

export const VERSIONS_WORDS = {
  filter: 'Filtrer les services',
  filterHint: 'Filtrer les services  /',
  tools: 'Filtre et ordre des services',
  compare: 'Comparer',
  rows: 'Lignes',
  previews: 'Previews',
  copy: 'Copier les versions',
  copyMarkdown: 'Copier en Markdown',
  copyCsv: 'Copier en CSV',
  markdownCopied: 'Les versions sont copiées en Markdown.',
  csvCopied: 'Les versions sont copiées en CSV.',
  notCopied: 'Ce navigateur a refusé le presse-papiers. Sélectionnez le tableau et copiez-le.',
  service: 'Service',
  absent: 'absent ici',
  waiting: 'pas encore demandé',
  unread: 'lecture impossible',
  nothingCompared: 'rien de comparé',
  noneRead: 'Aucune version n’a pu être lue.',
  noVersion: 'aucune version',
  unknown: 'inconnue',
  loading: 'Chargement des versions…',
  waitingForBudget: 'Attente de requêtes libres',
  notAsked: 'En attente',
  stateUnread: 'Lecture de l’état impossible',
  noState: 'Qovery n’en donne aucun état',
  missing: 'Introuvable ou refusé',
  tryAgain: 'Réessayer',
  otherSource: 'autre source',
  different: 'différente',
  edited: 'modifié, non déployé',
  sameMovingTag: 'même tag mutable',
  commit: 'Commit',
  comparison: 'Comparer',
  console: 'Ouvrir dans Qovery',
  close: 'Fermer',
  noServices: 'Aucun service dans les environnements de ce projet.',
  noServicesStep: 'Ajoutez un service dans Qovery, ou épinglez d’autres environnements.',
  nothingMatches: 'Aucun service ne correspond au filtre.',
  clear: 'Effacer les filtres',
  onlyPreviews: 'Seuls des environnements preview sont épinglés ici.',
  showPreviews: 'Afficher les previews',
  noEnvironments: 'Aucun environnement ne correspond aux filtres.',
  inStep: 'Gris : comme la colonne de gauche',
  inStepLast: 'Gris : comme la dernière colonne',
  whereKnown: 'quand l’ordre est connu',
  elseDifferent: 'pas la même version, ordre inconnu',
  sameName: 'même nom, autre dépôt ou image',
  notDeployed: 'pas encore déployée',
  maybeDeployed: 'on ne sait pas si elle est déployée',
  mayDiffer: 'tags égaux, images peut-être différentes',
  configured: 'configurée',
  behind: 'en retard',
  ahead: 'en avance',
  unnamedProject: 'Projet sans nom',
  noCommits: 'Le commit n’est pas parmi les 100 derniers de sa branche.',
  commitsFailed: 'Les commits de la branche n’ont pas pu être chargés.',
  loadingCommits: 'Chargement du commit…',
  with: 'avec',
  left: 'Premier environnement',
  right: 'Second environnement',
} as const;

export const COMPARE_CHOICES = {
  left: 'à la colonne de gauche',
  last: 'à la dernière colonne',
} as const satisfies Record<CompareWith, string>;

export const ROW_CHOICES = {
  differing: 'différences d’abord',
  name: 'par nom',
} as const satisfies Record<RowOrder, string>;

export const PREVIEW_CHOICES = { hidden: 'masquées', shown: 'affichées' } as const;

const MINUTE_MS = 60_000;

/** The age of a cell: `à l’instant`, `il y a 4 min`, or a date. */
export const cellAgeText = (at: number, now: number, format: TimeFormat): string => {
  if (isShownAsDate(at, now, format)) return shortAgeText(at, now, format);
  return now - at < MINUTE_MS ? 'à l’instant' : `il y a ${shortAge(now - at)}`;
};

/** `versions d’il y a 20 s`. */
export const answerAgeText = (at: number, now: number): string => `versions d’il y a ${shortAge(now - at)}`;

export const renamedText = (name: string): string => `même source que ${name}`;

/** `4 sur 7 diffèrent, 1 dans un seul`; `aucune différence`. */
export function projectNote(rows: readonly Row[], inOneOnly: number): string {
  const [differing, services] = [rows.filter(({ isApart }) => isApart).length, rows.length];
  const differ = !rows.some(isCompared)
    ? VERSIONS_WORDS.nothingCompared
    : differing === 0
      ? 'aucune différence'
      : counted(differing, {
          one: `# sur ${figures(services)} diffère`,
          other: `# sur ${figures(services)} diffèrent`,
        });
  return inOneOnly > 0 ? `${differ}, ${figures(inOneOnly)} dans un seul` : differ;
}

/** `6 services sur 12 diffèrent entre staging et production.` */
export function versionsSentence(summary: VersionSummary): string {
  const { services, compared, differing, between, unread, environments, answered } = summary;
  const [left, right] = (between ?? []).map((mode) => modeText(mode).toLowerCase());
  const where = left && right ? `entre ${left} et ${right}` : 'entre les environnements';
  if (environments === 0) return '';
  if (hasNoServices(summary)) return `Aucun service dans ${plural(answered, 'environnement')}.`;
  if (services === 0)
    return unread > 0 && unread === environments ? VERSIONS_WORDS.noneRead : 'Aucune version pour l’instant.';
  if (compared === 0) return `${plural(services, 'service')}, ${VERSIONS_WORDS.nothingCompared}.`;
  if (differing === 0) return `Aucune différence connue ${where}, sur ${plural(compared, 'service')}.`;
  return counted(differing, {
    one: `# service sur ${figures(compared)} diffère ${where}.`,
    other: `# services sur ${figures(compared)} diffèrent ${where}.`,
  });
}

/** `2 sont configurés mais pas déployés, 1 n’existe que dans un environnement.`; empty for none. */
export function versionsNote(summary: VersionSummary): string {
  if (hasNoServices(summary)) return VERSIONS_WORDS.noServicesStep;
  const { unknown, pending, inOneOnly } = summary;
  const parts = [
    unknown > 0 && counted(unknown, { one: '# n’a pas pu être comparé', other: '# n’ont pas pu être comparés' }),
    pending > 0 &&
      counted(pending, {
        one: '# est configuré mais pas déployé',
        other: '# sont configurés mais pas déployés',
      }),
    inOneOnly > 0 &&
      counted(inOneOnly, {
        one: '# n’existe que dans un environnement',
        other: '# n’existent que dans un environnement',
      }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : `${parts.join(', ')}.`;
}

/** Counts the environments whose services are missing, all or some, and names the step that would allow them; empty for none. */
export const unreadNote = ({ unread, partlyRead, environments, isDenied }: VersionSummary): string =>
  [
    unread > 0 &&
      `Les services de ${figures(unread)} sur ${plural(environments, 'environnement')} n’ont pas pu être lus.`,
    partlyRead > 0 && `Certains services de ${plural(partlyRead, 'environnement')} n’ont pas pu être lus.`,
    isDenied && 'Ajoutez dans les réglages un jeton qui peut les lire.',
  ]
    .filter((part) => part !== false)
    .join(' ');

export const loadingNote = (loaded: number, all: number): string =>
  counted(loaded, {
    one: `# environnement sur ${figures(all)} chargé.`,
    other: `# environnements sur ${figures(all)} chargés.`,
  });

export const matrixLabel = (project: string): string => `Versions du projet ${project}`;

export const moreInStepText = (names: readonly string[]): string =>
  `${counted(names.length, { one: '# autre identique', other: '# autres identiques' })} : ${names.join(', ')}`;

export const SEPARATOR = '·';

export const NO_VALUE = '—';

/** `staging : 2.5.0 configurée`. */
export const pendingThereText = (environment: string, configured: string): string => `${environment} : ${configured}`;

/** The note of a project that has one of the two compared environments. */
export const onlyModeText = (columns: number): string => (columns === 1 ? 'rien à comparer' : '');

/** `projet 1 sur 3`; empty for one project. */
export const projectPositionText = (position: number, count: number): string =>
  count > 1 ? `projet ${figures(position)} sur ${figures(count)}` : '';

/** `5 autres services, dont 2 diffèrent`. */
export function moreRowsText(rows: readonly Pick<Row, 'isApart'>[]): string {
  const differing = rows.filter(({ isApart }) => isApart).length;
  const more = counted(rows.length, { one: '# autre service', other: '# autres services' });
  return differing === 0 ? more : `${more}, dont ${figures(differing)} ${differing === 1 ? 'diffère' : 'diffèrent'}`;
}

/** The age of a column's answer on the wall. */
export const wallAgeText = (at: number | undefined, now: number, format: TimeFormat): string =>
  at === undefined ? VERSIONS_WORDS.notAsked : cellAgeText(at, now, format);
