/** Text with Latin letters that is data and no message. */
const DATA: readonly RegExp[] = [
  // Ids, complete or shortened.
  /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
  /[0-9a-f]{8}(?=…)/g,
  // Dates and times of `Intl`, in the locale of the tests.
  /(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}\b/g,
  /\d{1,2}:\d\d(:\d\d)?\s[AP]M( (UTC|GMT([+-]\d{1,2}(:\d\d)?)?|[A-Z]{3,4})\b)?/g,
  /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g,
  // The device's time zone.
  /\((UTC|[A-Z]\w+\/[\w/]+)\)/g,
  /https?:\/\/[^\s)]+/g,
  // The host of the tests.
  /\blocalhost\b/g,
];

const ATTRIBUTES = [
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
];

/** True for the name of a time zone, for a language in its own words, and for a single letter on a key. */
const isData = (element: Element): boolean =>
  (element instanceof HTMLOptionElement && (element.value === element.textContent || element.lang !== '')) ||
  (element.matches('kbd') && element.textContent?.length === 1);

function textsOf(root: Element): readonly string[] {
  if (root.matches('script, style') || isData(root)) return [];
  const own = [...root.childNodes].flatMap((node) => (node instanceof Text ? (node.nodeValue ?? '') : []));
  const said = ATTRIBUTES.flatMap((name) => root.getAttribute(name) ?? []);
  const typed = root instanceof HTMLTextAreaElement ? [root.value] : [];
  return [...own, ...said, ...typed, ...[...root.children].flatMap(textsOf)];
}

const isPlain = (text: string): boolean =>
  /[A-Za-z]/.test(DATA.reduce((rest, data) => rest.replaceAll(data, ''), text));

/**
 * Returns every visible or accessible text of the page that contains Latin letters, each once. Throws when the page has
 * no text, because an empty page would pass every test.
 */
export function plainWords(): readonly string[] {
  const texts = textsOf(document.body);
  if (texts.every((text) => text.trim() === '')) throw new Error('The page has no text to check.');
  return [...new Set([document.title, ...texts].filter(isPlain))];
}

const GREEK = [...'αβγδεφγηιικλμνοπκρστυβωξυζ'];

/** Replaces Latin letters by Greek ones, so that data of a server differs from messages. */
const foreign = (text: string): string =>
  text.toLowerCase().replaceAll(/[a-z]/g, (letter) => GREEK[letter.charCodeAt(0) - 97] ?? letter);

const isCode = (text: string): boolean => /^[A-Z_]+$|^[0-9a-f-]{36}$|^\d{4}-\d\d-\d\dT/.test(text);

/** Returns a server whose names are in Greek letters. */
export function sayingForeign(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const answer = await send(input, init);
    const body = (await answer.text()).replaceAll(/"(\w+)":"([^"]*)"/g, (whole, key: string, value: string) =>
      isCode(value) ? whole : `"${key}":"${foreign(value)}"`,
    );
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
}
