/** The hints of the first empty board. The page shows a key before each of the texts `allKeys` and `find`. */
export const HINT_WORDS = {
  title: 'Primeros pasos',
  pin: 'Fijar',
  pinHow: 'Elija entornos o pegue un enlace de la consola de Qovery.',
  share: 'Compartir',
  shareHow: 'La dirección de esta página contiene el tablero. Cópiela para que otra persona vea el mismo.',
  keys: 'Teclas',
  allKeys: 'muestra todas las teclas,',
  find: 'encuentra todo.',
  dismiss: 'Entendido',
} as const;
