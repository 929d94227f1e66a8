import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const nodesIn = (value: unknown): readonly Node[] => (Array.isArray(value) ? value : [value]).filter(isNode);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Recognizes texts by the naming of this project: constants and functions of the catalogue return texts. */
function isNamedAsText(node: Node): boolean {
  if (node.type === 'Identifier') return /^[A-Z][A-Z_]+$/.test(textOf(node.name));
  if (node.type === 'MemberExpression') return nodesIn(node.object).some(isNamedAsText);
  const [callee] = nodesIn(node.callee);
  return callee !== undefined && /(Text|Title)$|^figures$|^orNothing$/.test(textOf(callee.name));
}

/** True when an expression may return a text. Variables count as no text: the component tests find those. */
function mayBeText(node: Node): boolean {
  switch (node.type) {
    case 'JSXText':
      return textOf(node.value).trim() !== '';
    case 'Literal':
      return typeof node.value === 'string' || typeof node.value === 'number';
    case 'TemplateLiteral':
      return true;
    case 'JSXExpressionContainer':
      return nodesIn(node.expression).some(mayBeText);
    case 'ConditionalExpression':
      return nodesIn([node.consequent, node.alternate]).some(mayBeText);
    case 'LogicalExpression':
      return nodesIn(node.operator === '&&' ? node.right : [node.left, node.right]).some(mayBeText);
    default:
      return isNamedAsText(node);
  }
}

const isIgnored = (node: Node): boolean =>
  (node.type === 'JSXText' && textOf(node.value).trim() === '') ||
  nodesIn(node.expression).some(({ type }) => type === 'JSXEmptyExpression');

/** Returns the children that are texts beside siblings, or that a fragment places beside the nodes around it. */
function looseChildren(node: Node): readonly Node[] {
  if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return [];
  const children = nodesIn(node.children).filter((child) => !isIgnored(child));
  return node.type === 'JSXElement' && children.length < 2 ? [] : children.filter(mayBeText);
}

/** Returns every loose text of a file, as its line and its source. */
function looseTextsIn(path: string, source: string): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    if (!isNode(value)) return;
    for (const { start } of looseChildren(value)) {
      const line = source.slice(0, start).split('\n').length;
      found.push(`${path}:${line}: ${source.slice(start, start + 40)}`);
    }
    for (const child of Object.values(value)) visit(child);
  };
  visit(parseSync(path, source).program.body);
  return found;
}

// A page translator replaces text nodes. React can update a text afterwards only if it is the only child of an element.
it('finds no text in the source that is not the only child of its element', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => `src/${path}`);
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap((path) => looseTextsIn(path, readFileSync(path, 'utf8')))).toEqual([]);
});

it.each([
  ['<p>{NAME} <b>2</b></p>'],
  ["<p><b>2</b>{' '}</p>"],
  ['<p><b>2</b>{isLate && nextText(2)}</p>'],
  ['<>{NAME}</>'],
  ['<p>{ago ?? `soon`}<b /></p>'],
  ['<li>{WORDS.none}<b /></li>'],
])('finds a text that has siblings: %s', (source) => {
  expect(looseTextsIn('a.tsx', `const a = ${source};`)).toHaveLength(1);
});

it.each([['<p>{NAME}</p>'], ['<p>{isLate ? nextText(2) : NAME}</p>'], ['<p><b>{NAME}</b><i>{NAME}</i>{children}</p>']])(
  'lets a text be that is alone in its element: %s',
  (source) => {
    expect(looseTextsIn('a.tsx', `const a = ${source};`)).toEqual([]);
  },
);
