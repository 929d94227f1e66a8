/** Descriptions in the list of keys. */
export const BOARD = {
  title: 'Este tablero',
  filter: 'Filtrar',
  pin: 'Fijar entornos',
  share: 'Compartir',
  refresh: 'Actualizar ahora',
  pages: 'Tablero, versiones, actividad, entrega',
  view: 'Vista siguiente: tarjetas, compacta, tabla, mural',
  group: 'Agrupación siguiente',
} as const;

export const ENVIRONMENTS = {
  title: 'Entornos',
  sideways: 'Ir al anterior o al siguiente',
  upAndDown: 'Ir al de arriba o al de abajo',
  ends: 'Ir al primero o al último',
  details: 'Abrir sus detalles',
  menu: 'Abrir su menú',
} as const;

export const EVERYWHERE = {
  title: 'En todas partes',
  find: 'Buscar un entorno, un tablero o una acción',
  sound: 'Activar o desactivar el sonido',
  help: 'Mostrar esta lista',
  close: 'Cerrar lo que esté abierto',
} as const;

export const WALL = {
  title: 'En el mural',
  full: 'Pantalla completa',
  leave: 'Volver al tablero',
} as const;

/** Names on the keys of a keyboard. */
export const CAPS = { control: 'Ctrl', home: 'Inicio', end: 'Fin', enter: 'Intro', escape: 'Esc' } as const;
