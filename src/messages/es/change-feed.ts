import type { FeedState } from '#domain/polling/feed-state.ts';
import { counted, figures, plural } from './common.ts';

export const CHANGE_FEED = 'Eventos de Qovery';
export const CHANGE_FEED_HINT =
  'Auto pide los eventos de la organización donde se pueden leer. Un evento provoca una comprobación inmediata, y los entornos en reposo se comprueban con menos frecuencia. Un evento nunca cambia un estado.';
export const FEED_CHOICE_WORDS = { auto: 'Auto', off: 'No' } as const;

const NOT_YET = 'Aún no se han pedido.';
const REFUSED =
  'Aquí no se pueden leer. Envboard lo intenta de nuevo en menos de una hora, y las comprobaciones siguen sin ellos.';
const NO_ROOM = 'Ahora no se piden: las comprobaciones necesitan todas las solicitudes de la hora.';
const SILENT = 'La última solicitud quedó sin respuesta. Las comprobaciones siguen sin ellos.';

const unannouncedText = (unannounced: number): string =>
  counted(unannounced, {
    one: ' # cambio no tuvo evento a tiempo.',
    other: ' # cambios no tuvieron evento a tiempo.',
  });

const partText = ({ organizations, answering }: FeedState): string =>
  answering === organizations
    ? ''
    : ` Se pueden leer en ${figures(answering)} de ${plural(organizations, 'organización', 'organizaciones')}.`;

/**
 * Describes the change feed: its effect, its start, and the number of polls that agreed with it. `clock` is the time since
 * which the feed answers; undefined while it does not.
 */
export function feedText(feed: FeedState | undefined, clock: string | undefined): string {
  if (feed === undefined) return NOT_YET;
  if (feed.answering === 0 || clock === undefined) {
    if (feed.refused > 0) return REFUSED;
    return feed.feedMs === undefined ? NO_ROOM : SILENT;
  }
  const { trusted, sources, agreed, announced, unannounced } = feed;
  const rest = `${figures(trusted)} de ${plural(sources, 'solicitud', 'solicitudes')}`;
  const events = counted(announced, {
    one: '# cambio tuvo un evento a tiempo.',
    other: '# cambios tuvieron un evento a tiempo.',
  });
  return `Desde las ${clock}, un evento provoca una comprobación inmediata. En reposo se pueden espaciar ${rest}. Comprobaciones y eventos coincidieron ${plural(agreed, 'vez', 'veces')}. ${events}${unannounced === 0 ? '' : unannouncedText(unannounced)}${partText(feed)}`;
}
