import { cleanText } from '#domain/text.ts';

const MAX_NAMED = 3;
const NAME_LENGTH = 60;

type Condition = 'failing' | 'warning';

/** Services that are counted beside those that are named. */
type Counted = {
  /** Number of services in this condition without a known name. */
  readonly unnamed: number;
  /** Number of services whose condition could not be read. */
  readonly unread: number;
};

/** The words of one language. `colon` has the spaces around it. */
type Words = {
  readonly conditions: Readonly<Record<Condition, readonly [singular: string, plural: string]>>;
  readonly colon: string;
  readonly unread: (count: number) => string;
};

/**
 * Returns a language's function that names services in a notification, and counts those that are not named:
 * `Failing services: api, worker, web +2 · 2 services could not be read`. Its text is empty without names and unread services.
 */
export const servicesTextOf =
  ({ conditions, colon, unread: unreadText }: Words) =>
  (condition: Condition, names: readonly string[], { unnamed, unread }: Counted): string => {
    const [singular, many] = conditions[condition];
    const all = names.length + unnamed;
    const named = names.slice(0, MAX_NAMED).map((name) => cleanText(name, NAME_LENGTH));
    const more = all > named.length ? ` +${all - named.length}` : '';
    const parts = [
      names.length > 0 && `${all === 1 ? singular : many}${colon}${named.join(', ')}${more}`,
      unread > 0 && unreadText(unread),
    ];
    return parts.filter((part) => part !== false).join(' · ');
  };
