import type { FeedState } from '#domain/polling/feed-state.ts';
import { figures, plural } from './common.ts';

export const CHANGE_FEED = 'Eventos de Qovery';
export const CHANGE_FEED_HINT =
  'Auto pide los eventos de la organización donde se pueden leer. Un evento provoca una comprobación inmediata, y los entornos que no cambian se comprueban con menos frecuencia. Un evento nunca cambia un estado.';
export const FEED_CHOICE_WORDS = { auto: 'Auto', off: 'No' } as const;

const NOT_YET = 'Aún no se han pedido: antes se comprueba una vez cada proyecto.';
const REFUSED =
  'Aquí no se pueden leer. Envboard lo intenta de nuevo en menos de una hora, y las comprobaciones siguen sin ellos.';
const NO_ROOM = 'Ahora no se piden: las comprobaciones necesitan todas las solicitudes de la hora.';
const SILENT = 'La última solicitud quedó sin respuesta. Las comprobaciones siguen sin ellos.';

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
  const found =
    agreed === 0
      ? ''
      : `${plural(agreed, 'comprobación encontró', 'comprobaciones encontraron')} lo que los eventos habían anunciado. `;
  const idle =
    trusted === 0
      ? 'Cuando han anunciado cada cambio durante cinco minutos, los entornos que no cambian se comprueban con menos frecuencia.'
      : `Proyectos y entornos sueltos que se comprueban con menos frecuencia mientras nada cambia, porque sus eventos coincidieron con cada comprobación: ${figures(trusted)} de ${figures(sources)}. Los demás se comprueban como sin eventos.`;
  const changes =
    announced + unannounced === 0
      ? ''
      : ` Cambios anunciados por un evento en menos de un minuto: ${figures(announced)} de ${figures(announced + unannounced)}.`;
  return `Se leen desde las ${clock}: un evento provoca una comprobación inmediata. ${found}${idle}${changes}${partText(feed)}`;
}
