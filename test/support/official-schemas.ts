import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';

/** A JSON schema. */
type Schema = Readonly<Record<string, unknown>>;
type Field = { readonly type: string; readonly isRequired: boolean };
type Shape = ReadonlyMap<string, Field>;

const path = createRequire(import.meta.url).resolve('qovery-typescript-axios');
/** The types of the official client, which are generated from Qovery's document: interfaces, unions and enums only. */
const source = readFileSync(path.replace(/index\.js$/, 'api.d.ts'), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');

/** Splits a text at a mark outside brackets. */
function splitAt(text: string, mark: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if ('<{('.includes(letter)) depth += 1;
    if ('>})'.includes(letter)) depth -= 1;
    if (letter === mark && depth === 0) parts.push('');
    else parts.push(`${parts.pop()}${letter}`);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Returns the text of a declaration after its name: up to the `;` or the `}` that ends it. */
function declarationOf(start: string, last: string): string | undefined {
  const at = source.indexOf(start);
  if (at < 0) return undefined;
  const body = source.slice(at + start.length);
  return body.slice(0, body.search(last === '}' ? /^\}/m : /;\n(?=export|\s*$|\s*\n)/));
}

/** The fields of `{ 'a': string; 'b'?: number; }`, without its braces. */
function shapeOf(body: string): Shape {
  const fields = splitAt(body, ';').map((line) => /^'?(\w+)'?(\?)?:\s*(.*)$/s.exec(line) ?? []);
  return new Map(
    fields.map(([, name = '', optional, type = '']) => [name, { type, isRequired: optional === undefined }]),
  );
}

const interfaceOf = (name: string): Shape | undefined => {
  const body = declarationOf(`export interface ${name} {`, '}');
  return body === undefined ? undefined : shapeOf(body);
};
const aliasOf = (name: string): string | undefined => declarationOf(`export type ${name} = `, ';');

/** The objects that a type allows; undefined when it is no object. An intersection joins each with each. */
function shapesOf(type: string): readonly Shape[] | undefined {
  const union = splitAt(type, '|');
  if (union.length > 1) {
    const all = union.map(shapesOf);
    return all.every((shapes) => shapes !== undefined) ? all.flat() : undefined;
  }
  const [first = '', ...others] = splitAt(type, '&');
  if (others.length > 0)
    return others.reduce<readonly Shape[]>(
      (shapes, other) => shapes.flatMap((shape) => (shapesOf(other) ?? []).map((more) => new Map([...more, ...shape]))),
      shapesOf(first) ?? [],
    );
  if (first.startsWith('{') && !first.includes('[key')) return [shapeOf(first.slice(1, -1))];
  const declared = /^\w+$/.test(first) ? interfaceOf(first) : undefined;
  if (declared) return [declared];
  const alias = /^\w+$/.test(first) ? aliasOf(first) : undefined;
  return alias === undefined || alias.startsWith('typeof') ? undefined : shapesOf(alias);
}

const PLAIN: Readonly<Record<string, Schema>> = {
  string: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  null: { type: 'null' },
  any: {},
  object: { type: 'object' },
};

/** Collects the schemas of named types, each once. */
const definitions: Record<string, Schema> = {};

const objectSchema = (shape: Shape): Schema => ({
  type: 'object',
  properties: Object.fromEntries([...shape].map(([name, field]) => [name, schemaOf(field.type)])),
  required: [...shape].filter(([, { isRequired }]) => isRequired).map(([name]) => name),
  // The document allows further fields. A simulator that invents some proves nothing about Qovery.
  additionalProperties: false,
});

function namedSchema(name: string): Schema {
  const values = declarationOf(`export declare const ${name}: {`, '}');
  if (values !== undefined) return { enum: [...values.matchAll(/: ["'](.*?)["']/g)].map(([, value]) => value) };
  const shapes = shapesOf(name);
  if (shapes) return { anyOf: shapes.map(objectSchema) };
  const alias = aliasOf(name);
  if (alias === undefined) throw new Error(`The official client has no type ${name}.`);
  return schemaOf(alias);
}

function schemaOf(type: string): Schema {
  const union = splitAt(type, '|');
  if (union.length > 1) return { anyOf: union.map(schemaOf) };
  const item = /^Array<(.*)>$/s.exec(type)?.[1];
  if (item !== undefined) return { type: 'array', items: schemaOf(item) };
  const value = /^\{\s*\[key: string\]: (.*);\s*\}$/s.exec(type)?.[1];
  if (value !== undefined) return { type: 'object', additionalProperties: schemaOf(value) };
  const literal = /^["'](.*)["']$/.exec(type)?.[1];
  if (literal !== undefined) return { const: literal };
  const plain = PLAIN[type];
  if (plain) return plain;
  if (!(type in definitions)) {
    definitions[type] = {};
    definitions[type] = namedSchema(type);
  }
  return { $ref: `#/$defs/${type}` };
}

/** Returns a check of a value against a type of the official client, with its required fields and no others. */
export function officialCheck(type: string): ValidateFunction {
  const root = schemaOf(type);
  return new Ajv({ strict: true, allErrors: false }).compile({ ...root, $defs: definitions });
}
