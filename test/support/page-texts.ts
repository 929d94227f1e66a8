import type { Page } from '@playwright/test';

/**
 * Returns a sentence for each text on the screen that is cut off, or that lies on another text. An ellipsis whose full text
 * is in a tooltip, and a name from Qovery (`translate="no"`), may be cut off.
 */
export function unreadableTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    type Placed = { readonly text: string; readonly element: Element; readonly box: DOMRect };
    const layer =
      [...document.querySelectorAll('[role=menu], dialog[open]')].findLast((one) => one.checkVisibility()) ??
      document.body;

    const texts: Placed[] = [];
    const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.nodeValue?.trim() ?? '';
      // An organization's name in a group's heading may be cut off.
      if (!element || text === '' || text.startsWith('· ') || element.matches('script, style, option, noscript'))
        continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      if (element.closest('.sr-only, [class*="sr-only"]') && element.getBoundingClientRect().width < 2) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 1) texts.push({ text, element, box });
    }

    const framesOf = (element: Element): readonly Element[] => {
      const own = getComputedStyle(element).overflowX === 'visible' ? [] : [element];
      return element.parentElement ? [...own, ...framesOf(element.parentElement)] : own;
    };
    const isScrollable = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const isExplained = (element: Element) =>
      getComputedStyle(element).textOverflow === 'ellipsis' &&
      (element.closest('[title], [translate="no"]') ?? element.querySelector('[translate="no"]')) !== null;
    const isHiddenBy = (element: Element) => element.getBoundingClientRect().width <= 2;

    const cut = texts.flatMap(({ text, element, box }) => {
      for (const frame of framesOf(element)) {
        const { left, right, bottom } = frame.getBoundingClientRect();
        if (isHiddenBy(frame) || isScrollable(frame)) return [];
        // Wrapped below a frame of one line, where nothing of it is visible: `WhereItFits` shows a text whole or not at all.
        if (getComputedStyle(frame).overflowY === 'clip' && box.top > bottom - 1) return [];
        if (box.right > right + 1.5 || box.left < left - 1.5) return isExplained(frame) ? [] : [`cut off: ${text}`];
      }
      return box.right > innerWidth + 1 ? [`beyond the screen: ${text}`] : [];
    });

    /** The part of a text that is not cut off. */
    const visible = (placed: Placed): Placed => {
      const { element, box } = placed;
      let { left, right, top, bottom } = box;
      for (const frame of framesOf(element)) {
        const edge = frame.getBoundingClientRect();
        [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
      return { ...placed, box: new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top)) };
    };
    /** What lies over the page on purpose, with a ground of its own. */
    const layerOf = (element: Element | null): Element | null => {
      for (let one = element; one; one = one.parentElement) {
        const { position, backgroundColor } = getComputedStyle(one);
        if (/sticky|fixed/.test(position)) return one;
        if (position === 'absolute' && !/, 0\)|transparent/.test(backgroundColor)) return one;
      }
      return null;
    };
    const shown = texts.map(visible).filter(({ box }) => box.bottom > 0 && box.top < innerHeight);
    const layers = shown.map(({ element }) => layerOf(element));
    const covering = shown.flatMap((one, index) =>
      shown.slice(index + 1).flatMap((other, offset) => {
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const isCovered = layers[index] === layers[index + 1 + offset] && one.element !== other.element;
        return isCovered && width > 3 && height > 6 ? [`“${one.text}” on “${other.text}”`] : [];
      }),
    );
    return [...new Set([...cut, ...covering])];
  });
}

/** Returns the texts of the page, visible or read aloud, that hold one of these words. */
export async function textsWith(page: Page, words: ReadonlySet<string>): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const said = [...document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) => element.getAttribute(name) ?? []),
    );
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const shown: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('script, style, option, kbd, textarea')) shown.push(node.nodeValue ?? '');
    return [document.title, ...said, ...shown];
  });
  return [...new Set(texts)].filter((text) =>
    (
      text
        .replaceAll(/https?:\S+/g, '')
        .toLowerCase()
        .match(/\p{L}{2,}/gu) ?? []
    ).some((word) => words.has(word)),
  );
}
