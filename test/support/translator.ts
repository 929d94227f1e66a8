const UNTRANSLATED = 'script, style, textarea, font';

/** Simulates another language: the same text between marks. */
const translated = (text: string): string => `«${text}»`;
export const untranslated = (text: string): string => text.replace(/[«»]/g, '');

function isTranslatable(text: Text): boolean {
  const parent = text.parentElement;
  if (!parent || text.data.trim() === '' || parent.closest(UNTRANSLATED)) return false;
  return parent.closest('[translate]')?.getAttribute('translate') !== 'no';
}

function textsIn(node: Node): readonly Text[] {
  if (node instanceof Text) return [node];
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  return texts;
}

/**
 * Translates the page as browsers do: replaces each text node by an element, now and after each mutation, except under
 * `translate="no"`. Returns a function that stops the translation.
 */
export function translatePage(): () => void {
  const translate = (node: Node) => {
    for (const text of textsIn(node).filter(isTranslatable)) {
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      inner.textContent = translated(text.data);
      outer.append(inner);
      text.replaceWith(outer);
    }
  };
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') translate(target);
      else for (const node of addedNodes) translate(node);
    }
  });
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  translate(document.body);
  return () => observer.disconnect();
}

const isText = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** Returns the text that is the element's only child in React; undefined without one. */
function givenText(element: Element): string | undefined {
  for (const [key, props] of Object.entries(element)) {
    if (!key.startsWith('__reactProps$') || typeof props !== 'object' || props === null) continue;
    return 'children' in props && isText(props.children) ? String(props.children) : undefined;
  }
  return undefined;
}

/** Returns the elements whose text differs from the text of their component, each as `shown instead of given`. */
export function staleTexts(): readonly string[] {
  return [...document.body.querySelectorAll('*')].flatMap((element) => {
    const given = givenText(element);
    const shown = untranslated(element.textContent);
    return given === undefined || given === shown ? [] : [`${shown} instead of ${given}`];
  });
}
