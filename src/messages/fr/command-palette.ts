/** Texts of the command palette and of the list of keys. The `…Also` texts are further search words. */
export const WORDS = {
  title: 'Palette de commandes',
  field: 'Chercher un environnement, un tableau ou une action',
  list: 'Environnements, tableaux et actions',
  nothing: 'Aucun résultat',
  board: 'Tableau',
  chosen: 'choisi',
  page: 'Page',
  view: 'Vue',
  group: 'Grouper',
  sort: 'Trier',
  show: 'Afficher',
  snooze: 'Mettre en sourdine jusqu’au changement',
  endSnooze: 'Réactiver',
  rename: 'Renommer ce tableau',
  renameAlso: 'nom',
  labels: 'Libellés…',
  label: 'Libellé',
  exportBoards: 'Exporter mes tableaux',
  theme: 'Thème',
  pin: 'Épingler des environnements',
  pinAlso: 'ajouter chercher coller pin add',
  share: 'Partager ce tableau',
  shareAlso: 'copier lien QR Markdown share link',
  refresh: 'Actualiser maintenant',
  refreshAlso: 'vérifier recharger refresh',
  pause: 'Suspendre les vérifications',
  resume: 'Reprendre les vérifications',
  pauseAlso: 'pause arrêter démarrer direct stop start',
  clear: 'Effacer les filtres',
  settings: 'Réglages',
  settingsAlso: 'préférences notifications son intervalle langue noms de personnes settings language',
  keys: 'Clavier',
  keysAlso: 'aide raccourcis touches help shortcuts',
  themeAlso: 'couleur apparence mode theme',
  keysTitle: 'Clavier',
  keysHint: 'Les touches à une lettre sont sans effet pendant la saisie, ou quand une fenêtre ou un menu est ouvert.',
  close: 'Fermer',
} as const;

export const moreText = (count: number): string => `${count} de plus. Précisez pour réduire la liste.`;
export const foundText = (count: number): string => (count < 2 ? `${count} résultat` : `${count} résultats`);

/** A command with its value or its environment: `Page : Versions`. */
export const commandText = (word: string, value: string): string => `${word} : ${value}`;
