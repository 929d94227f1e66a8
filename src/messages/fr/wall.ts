import type { Summary } from '#domain/view/summary.ts';
import { counted, figures, plural } from './common.ts';

/** Texts that only the wall uses. */
export const WORDS = {
  unnamed: 'Tableau sans titre',
  leave: 'Quitter l’affichage mural',
  escape: 'Échap',
  fullScreen: 'Plein écran',
  leaveFullScreen: 'Quitter le plein écran',
  rotate: 'Mes tableaux tour à tour :',
  rotateNever: 'non',
  rotateNeedsTwo: 'Enregistrez un deuxième tableau pour les afficher tour à tour.',
  controls: 'Affichage mural',
  noWallHere: 'Cette page n’a pas d’affichage mural : voici ses environnements.',
  summary: 'Résumé',
  environments: 'Environnements',
  live: 'En direct',
  notLive: 'Pas en direct',
  outOfDate: 'Pas à jour',
  notReached: 'Injoignable',
  stuck: 'Plus long que d’habitude',
  snoozed: 'En sourdine',
  inProgress: 'en cours',
  waiting: 'en attente',
  neverDeployed: 'jamais déployé',
  nothingPinned: 'Rien d’épinglé pour l’instant',
  nothingPinnedNext: 'Quittez l’affichage mural et épinglez les environnements qui comptent pour vous.',
  noneYet: 'Rien à afficher pour l’instant',
  noneYetNext: 'Aucun environnement des projets épinglés n’a encore été trouvé.',
  nothingMatches: 'Aucun environnement ne correspond',
  clear: 'Effacer les filtres',
  notChecked: 'Pas encore vérifié.',
  cutLink: 'Ce lien n’a pas de marque de fin : des environnements manquent peut-être.',
  paused: 'Vous avez suspendu le tableau.',
  pausedHidden: 'Suspendu pendant que la page était masquée.',
  trying: 'Essai en cours.',
  screenLapsed: 'Le navigateur laisse cet écran s’éteindre',
  showingLastKnown: 'Les tuiles montrent les derniers états connus.',
} as const;

export const startedText = (moment: string): string => `démarré : ${moment}`;
export const startedAgoText = (age: string): string => `démarré il y a ${age}`;
export const stuckText = (age: string | undefined): string =>
  age === undefined ? 'plus long que d’habitude' : `plus long que d’habitude : ${age}`;

export const shownText = (shown: number, all: number): string =>
  counted(shown, { one: `# affiché sur ${figures(all)}`, other: `# affichés sur ${figures(all)}` });
export const positionText = (position: number, all: number): string =>
  `tableau ${figures(position)} sur ${figures(all)}`;
export const unreadableText = (pins: number): string =>
  counted(pins, {
    one: '# épingle de ce tableau n’a pas pu être lue.',
    other: '# épingles de ce tableau n’ont pas pu être lues.',
  });
export const lateText = (late: number): string => `${plural(late, 'réponse')} en retard.`;
export const sinceText = (clock: string, failing: number, all: number): string =>
  `En échec depuis ${clock}${failing < all ? ` : ${plural(failing, 'requête')} sur ${figures(all)}` : ''}.`;
export const nextTryText = (seconds: number): string => `Prochain essai dans ${seconds} s.`;
export const nextCheckText = (seconds: number): string => `Prochaine vérification dans ${seconds} s.`;
export const noneMatchesText = (all: number): string =>
  `Les filtres masquent ${plural(all, 'environnement')} de ce tableau.`;

/** Summarizes the environments behind the last tile: `2 en échec`, or `aucun en échec`. */
export function restText({ counts: { failing, unknown }, notReached }: Summary): string {
  const parts = [
    failing > 0 && `${figures(failing)} en échec`,
    failing === 0 && unknown === 0 && 'aucun en échec',
    unknown > 0 && plural(unknown, 'inconnu'),
    notReached > 0 && plural(notReached, 'injoignable'),
  ].filter((part) => part !== false);
  return parts.join(', ');
}
export const moreText = (more: number): string => `+${plural(more, 'autre')}`;

/** A dwell time in words: `10 s`, `5 min`. */
export const dwellText = (seconds: number): string =>
  seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
