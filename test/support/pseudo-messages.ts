import type { Plugin } from 'vite';

const PLAIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PSEUDO = [...'ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž'];

/** Returns a message in letters that occur nowhere else: `Pin` becomes `Þîñ`. */
export const pseudo = (text: string): string =>
  text.replaceAll(/[A-Za-z]/g, (letter) => PSEUDO[PLAIN.indexOf(letter)] ?? letter);

export type Node = { readonly type: string; readonly start: number; readonly end: number } & Readonly<
  Record<string, unknown>
>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** True for strings that the program uses and the user never reads: keys, imports, compared values. */
export function isCode(node: Node, parent: Node, place: string): boolean {
  switch (parent.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
      return place === 'source';
    case 'Property':
      return place === 'key' && parent.value !== node;
    case 'MemberExpression':
      return place === 'property';
    case 'SwitchCase':
      return place === 'test';
    case 'BinaryExpression':
      return parent.operator === '===' || parent.operator === '!==' || parent.operator === 'in';
    default:
      return false;
  }
}

type Edit = { readonly start: number; readonly end: number; readonly text: string };

function editsOf(node: Node, code: string, found: Edit[] = []): readonly Edit[] {
  for (const [place, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (!isNode(child)) continue;
      const { type, start, end } = child;
      if (type === 'Literal' && typeof child.value === 'string') {
        if (!isCode(child, node, place)) found.push({ start, end, text: JSON.stringify(pseudo(child.value)) });
      } else if (type === 'TemplateElement') {
        // This would change the letters of escapes, too. The catalogue has none.
        found.push({ start, end, text: pseudo(code.slice(start, end)) });
      } else editsOf(child, code, found);
    }
  }
  return found;
}

/** Vite plugin that loads the catalogue in the pseudo-locale: plain text on the page is then not from the catalogue. */
export function pseudoWords(): Plugin {
  return {
    name: 'pseudo-words',
    transform: {
      filter: { id: /\/src\/messages\/en\/(?!locale|(?:short-)?date-time)[^/]+\.ts$/ },
      // Runs after the types are removed, because strings in types are no messages.
      handler(code) {
        const program: unknown = this.parse(code);
        if (!isNode(program)) throw new Error('the catalogue could not be parsed');
        let text = code;
        const edits = editsOf(program, code).toSorted((a, b) => b.start - a.start);
        for (const edit of edits) text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
        return { code: text, map: null };
      },
    },
  };
}
