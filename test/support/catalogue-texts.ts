import { readdirSync, readFileSync } from 'node:fs';
import { parseAst } from 'vite';
import type { Language } from '#domain/language.ts';
import { isCode, isNode, type Node } from './pseudo-messages.ts';

const folderOf = (language: Language): string => `src/messages/${language}`;

/** Returns the names of the files of a language that hold messages. */
export const filesOf = (language: Language): readonly string[] =>
  readdirSync(folderOf(language)).filter((name) => name !== 'modules.ts' && !/^locale|date-time/.test(name));

const isType = (type: string): boolean =>
  type.startsWith('TS') && type !== 'TSAsExpression' && type !== 'TSSatisfiesExpression';

function textsIn(node: Node, found: string[] = []): readonly string[] {
  for (const [place, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (!isNode(child) || isType(child.type)) continue;
      if (child.type === 'Literal' && typeof child.value === 'string') {
        if (!isCode(child, node, place)) found.push(child.value);
        continue;
      }
      if (child.type === 'TemplateLiteral' && Array.isArray(child.quasis)) {
        found.push(child.quasis.map(({ value: { cooked } }: { value: { cooked: string } }) => cooked).join('{}'));
      }
      textsIn(child, found);
    }
  }
  return found;
}

/** Returns the texts in a language's files, with `{}` in place of each expression in a template. */
export function textsOf(language: Language): readonly string[] {
  return filesOf(language).flatMap((name) => {
    const program: unknown = parseAst(readFileSync(`${folderOf(language)}/${name}`, 'utf8'), { lang: 'ts' });
    if (!isNode(program)) throw new Error(`${name} could not be parsed`);
    return textsIn(program);
  });
}

/** Returns the words of a language's texts, in lower case. */
export const wordsOf = (language: Language): ReadonlySet<string> =>
  new Set(textsOf(language).flatMap((text) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? []));
