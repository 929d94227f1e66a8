/** Texts of the command palette and of the list of keys. The `…Also` texts are further search words. */
export const WORDS = {
  title: 'Paleta de comandos',
  field: 'Buscar un entorno, un tablero o una acción',
  list: 'Entornos, tableros y acciones',
  nothing: 'Sin resultados',
  board: 'Tablero',
  chosen: 'elegido',
  page: 'Página',
  view: 'Vista',
  group: 'Agrupar',
  sort: 'Ordenar',
  show: 'Mostrar',
  snooze: 'Silenciar hasta que cambie',
  endSnooze: 'Dejar de silenciar',
  rename: 'Cambiar el nombre de este tablero',
  renameAlso: 'renombrar',
  labels: 'Etiquetas…',
  label: 'Etiqueta',
  exportBoards: 'Exportar mis tableros',
  theme: 'Tema',
  pin: 'Fijar entornos',
  pinAlso: 'añadir buscar pegar pin add',
  share: 'Compartir este tablero',
  shareAlso: 'copiar enlace QR Markdown share link',
  refresh: 'Actualizar ahora',
  refreshAlso: 'comprobar recargar refresh',
  pause: 'Pausar las comprobaciones',
  resume: 'Reanudar las comprobaciones',
  pauseAlso: 'pausa detener iniciar vivo stop start',
  clear: 'Borrar los filtros',
  settings: 'Ajustes',
  settingsAlso: 'preferencias notificaciones sonido intervalo idioma nombres de personas settings language',
  keys: 'Teclado',
  keysAlso: 'ayuda atajos teclas help shortcuts',
  themeAlso: 'color aspecto modo theme',
  keysTitle: 'Teclado',
  keysHint: 'Las teclas de una letra no hacen nada mientras se escribe o hay un diálogo o un menú abierto.',
  close: 'Cerrar',
} as const;

export const moreText = (count: number): string => `${count} más. Siga escribiendo para acortar la lista.`;
export const foundText = (count: number): string => (count === 1 ? '1 resultado' : `${count} resultados`);

/** A command with its value or its environment: `Page: Versiones`. */
export const commandText = (word: string, value: string): string => `${word}: ${value}`;
