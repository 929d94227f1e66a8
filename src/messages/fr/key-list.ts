/** Descriptions in the list of keys. */
export const BOARD = {
  title: 'Ce tableau',
  filter: 'Filtrer',
  pin: 'Épingler des environnements',
  share: 'Partager',
  refresh: 'Actualiser maintenant',
  pages: 'Tableau, versions, activité, livraison',
  view: 'Vue suivante : cartes, compact, liste, mural',
  group: 'Groupement suivant',
} as const;

export const ENVIRONMENTS = {
  title: 'Environnements',
  sideways: 'Aller au précédent ou au suivant',
  upAndDown: 'Aller à celui du dessus ou du dessous',
  ends: 'Aller au premier ou au dernier',
  details: 'Ouvrir ses détails',
  menu: 'Ouvrir son menu',
} as const;

export const EVERYWHERE = {
  title: 'Partout',
  find: 'Chercher un environnement, un tableau ou une action',
  sound: 'Activer ou couper le son',
  help: 'Afficher cette liste',
  close: 'Fermer ce qui est ouvert',
} as const;

export const WALL = {
  title: 'Sur l’affichage mural',
  full: 'Plein écran',
  leave: 'Retour au tableau',
} as const;

/** Names on the keys of a keyboard. */
export const CAPS = { control: 'Ctrl', home: 'Début', end: 'Fin', enter: 'Entrée', escape: 'Échap' } as const;
