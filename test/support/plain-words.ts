/** What is no word, though it has Latin letters. */
const DATA: readonly RegExp[] = [
  // Ids, whole or shortened, and what is pasted or linked.
  /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
  /[0-9a-f]{8}(?=…)/g,
  // What `Intl` writes, in the locale that the tests run in.
  /(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}\b/g,
  /\d{1,2}:\d\d(:\d\d)?\s[AP]M( (UTC|GMT([+-]\d{1,2}(:\d\d)?)?|[A-Z]{3,4}))?/g,
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

/** A name of a zone stands for itself. Keys are what stands on a keyboard, and the rest is no text of the page. */
const NOT_READ = 'script, style, kbd, code, option:is([value*="/"], [value="UTC"])';

function textsOf(root: Element): readonly string[] {
  const own = [...root.childNodes].flatMap((node) => (node instanceof Text ? (node.nodeValue ?? '') : []));
  const said = ATTRIBUTES.flatMap((name) => root.getAttribute(name) ?? []);
  return [...own, ...said, ...[...root.children].filter((child) => !child.matches(NOT_READ)).flatMap(textsOf)];
}

/** Every text that can be seen or heard on the page and that holds Latin letters. */
export function plainWords(): readonly string[] {
  const texts = [document.title, ...textsOf(document.body)];
  const isPlain = (text: string) => /[A-Za-z]/.test(DATA.reduce((rest, data) => rest.replaceAll(data, ''), text));
  return [...new Set(texts.filter(isPlain))];
}

const GREEK = [...'αβγδεφγηιικλμνοπκρστυβωξυζ'];

/** In letters that no word of the page is written in: what a server says is no word of ours. */
export const foreign = (text: string): string =>
  text.toLowerCase().replaceAll(/[a-z]/g, (letter) => GREEK[letter.charCodeAt(0) - 97] ?? letter);

const isCode = (text: string): boolean => /^[A-Z_]+$|^[0-9a-f-]{36}$|^\d{4}-\d\d-\d\dT/.test(text);

/** The simulated Qovery with every name it says in foreign letters. */
export function sayingForeign(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const answer = await send(input, init);
    const said = await answer.text();
    const body = said.replaceAll(/"(\w+)":"([^"]*)"/g, (whole, key: string, value: string) =>
      isCode(value) ? whole : `"${key}":"${foreign(value)}"`,
    );
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
}
