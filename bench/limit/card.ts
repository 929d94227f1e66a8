import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { DEFAULT_SETTINGS } from '#domain/settings.ts';
import { byText } from '#messages/environment.ts';
import { configurationText, modeText, originText, stateText } from '#messages/qovery-terms.ts';
import { agoText, checkedText } from '#messages/relative-time.ts';
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
    name: one('[data-name]'),
    mode: one('[data-mode]'),
    icon: one('[data-icon]'),
    state: one('strong'),
    pill: one('[data-pill]'),
    configuration: one('[data-configuration]'),
    deployed: one('time'),
    origin: one('[data-origin]'),
    by: one('[data-by]'),
    checked: one('[data-checked]'),
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
  places.article.classList.toggle('bg-failing-soft', tone === 'failing');
  places.article.classList.toggle('bg-busy-soft', tone === 'busy');
  places.name.textContent = nameOf(reading);
  places.mode.textContent = modeText(info?.mode ?? '');
  places.icon.setAttribute('class', `size-4 flex-none text-${tone}`);
  places.state.textContent = stateText(status?.state);
  places.state.className = `min-w-0 truncate font-semibold text-[13px] ${tone === 'ok' ? '' : `text-${tone}`}`;
  const isUpToDate = status?.configuration === 'UP_TO_DATE';
  places.configuration.textContent = isUpToDate ? '' : configurationText(status?.configuration ?? '');
  places.pill.classList.toggle('bg-warning-soft', !isUpToDate);
  places.origin.textContent = status?.origin === undefined ? '' : originText(status.origin);
  places.by.textContent = status?.triggeredBy === undefined ? '' : byText(status.triggeredBy);
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
