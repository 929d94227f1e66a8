/** The hints of the first empty board. The page shows a key before each of the texts `allKeys` and `find`. */
export const HINT_WORDS = {
  title: 'Premiers pas',
  pin: 'Épingler',
  pinHow: 'Choisissez des environnements, ou collez un lien de la console Qovery.',
  share: 'Partager',
  shareHow: 'L’adresse de cette page contient le tableau. Copiez-la pour qu’un collègue voie le même.',
  keys: 'Touches',
  allKeys: 'affiche toutes les touches,',
  find: 'trouve tout.',
  dismiss: 'Compris',
} as const;
