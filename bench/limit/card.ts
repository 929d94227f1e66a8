import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { DEFAULT_SETTINGS } from '#domain/settings.ts';
import { configurationText, modeText, originText, stateText } from '#messages/qovery-terms.ts';
import { agoText, checkedText, durationText } from '#messages/relative-time.ts';
import '#ui/theme.css';

/** A reading with the time of its answer, in epoch milliseconds. */
export type Heard = BoardEnvironment & { readonly heardAt: number | undefined };

const template = document.querySelector<HTMLTemplateElement>('#card')?.content.firstElementChild;
const ABSOLUTE = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' });

/** Returns the elements of a card that show its reading. */
function placesOf(card: Element) {
  const one = (selector: string): Element => {
    const found = card.querySelector(selector);
    if (!found) throw new Error(`the card has no ${selector}`);
    return found;
  };
  return {
    article: one('article'),
    name: one('h3 button'),
    place: one('p'),
    mode: one('header > span > span'),
    icon: one('article > div > svg'),
    state: one('strong'),
    pill: one('article > div > span > span'),
    configuration: one('article > div > span > span > span'),
    deployed: one('time'),
    duration: one('dd:nth-of-type(2)'),
    origin: one('dd:nth-of-type(3)'),
    checked: one('footer span:last-child'),
  };
}

type Card = {
  readonly element: Element;
  readonly places: ReturnType<typeof placesOf>;
  reading: Heard | undefined;
};

const cards = new Map<string, Card>();

function cardOf(id: string): Card {
  const known = cards.get(id);
  if (known) return known;
  const element = template?.cloneNode(true);
  if (!(element instanceof Element)) throw new Error('the page has no template');
  const card: Card = { element, places: placesOf(element), reading: undefined };
  cards.set(id, card);
  return card;
}

/** Returns the card of a reading. Updates it only when the reading is another object than before. */
export function cardFor(reading: Heard): Element {
  const card = cardOf(reading.id);
  if (card.reading === reading) return card.element;
  card.reading = reading;
  const { info, status, tone } = reading;
  const { places } = card;
  const set = (name: string, value: string) => places.article.setAttribute(name, value);
  set('aria-label', `${nameOf(reading)}, ${info?.projectName ?? ''}: ${stateText(status?.state)}`);
  set('data-environment-id', reading.id);
  set('data-state', status?.state ?? '');
  set('data-tone', tone);
  set('data-configuration', status?.configuration ?? '');
  set('data-freshness', reading.freshness);
  const ground = tone === 'failing' ? 'border-failing/40 bg-failing-soft' : 'border-line bg-surface';
  set('class', `group flex min-h-[234px] flex-col rounded-xl border px-4 pt-[15px] pb-3 border-solid ${ground}`);
  places.name.textContent = nameOf(reading);
  places.place.textContent = info ? `${info.organizationName} / ${info.projectName}` : reading.id;
  places.mode.textContent = modeText(info?.mode ?? '');
  places.icon.setAttribute('class', `size-[18px] flex-none text-${tone}`);
  places.state.textContent = stateText(status?.state);
  places.state.className = `font-semibold text-[15px] text-${tone}`;
  places.configuration.textContent = configurationText(status?.configuration ?? '');
  const isOk = status?.configuration === 'UP_TO_DATE';
  places.pill.classList.toggle('bg-ok-soft', isOk);
  places.pill.classList.toggle('bg-warning-soft', !isOk);
  places.duration.textContent = status?.durationSeconds === undefined ? '—' : durationText(status.durationSeconds);
  const by = status?.triggeredBy === undefined ? '' : ` by ${status.triggeredBy}`;
  places.origin.textContent = status?.origin === undefined ? '—' : `${originText(status.origin)}${by}`;
  const at = status?.lastDeploymentAt;
  if (at !== undefined) {
    places.deployed.setAttribute('datetime', new Date(at).toISOString());
    places.deployed.setAttribute('title', ABSOLUTE.format(at));
  }
  tick(card, Date.now());
  return card.element;
}

function write(place: Element, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}

function tick({ reading, places }: Card, now: number): void {
  if (!reading) return;
  const { status, heardAt } = reading;
  if (status?.lastDeploymentAt !== undefined) write(places.deployed, agoText(status.lastDeploymentAt, now));
  const kind = reading.freshness === 'kept' ? 'kept' : 'checked';
  write(places.checked, checkedText({ kind, at: heardAt }, now, DEFAULT_SETTINGS));
}

/** Updates the ages on the cards that are in the document. */
export function tickAll(): void {
  const now = Date.now();
  for (const card of cards.values()) if (card.element.isConnected) tick(card, now);
}
