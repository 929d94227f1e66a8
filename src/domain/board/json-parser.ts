/** A JSON value, with the number of the line on which it starts. Lines count from 1. */
export type JsonValue = { readonly line: number } & (
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, JsonValue> }
  | { readonly kind: 'list'; readonly items: readonly JsonValue[] }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'word'; readonly value: 'true' | 'false' | 'null' }
);

/** The syntax that the parser expected at the position of a fault. */
export type JsonExpected =
  | 'value'
  | 'text'
  | 'key'
  | 'colon'
  | 'commaOrBrace'
  | 'commaOrBracket'
  | 'end'
  | 'lessDepth'
  | 'fewerValues';

/** The position of the first syntax fault. Line and column count from 1. */
export type JsonFault = { readonly line: number; readonly column: number; readonly expected: JsonExpected };

/** Maximum nesting: much deeper than any exported file, and far from a stack overflow. */
const MAX_DEPTH = 64;
/** Maximum number of values: thirty times as many as a file with the maximum number of boards has. */
const MAX_VALUES = 50_000;

/** Parses JSON text with line numbers, so that an import can explain a broken file. Never throws. */
export function parseJson(text: string): { readonly value: JsonValue } | { readonly fault: JsonFault } {
  const reader = new JsonReader(text.replace(/^\uFEFF/, ''));
  const value = reader.whole();
  return value ? { value } : { fault: reader.fault() };
}

const SPACE_CODE = 32;
const SPACE = /[ \t\r\n]*/y;
/** A JSON string: unescaped characters are those from the space on, except the quotation mark and the backslash. */
const STRING = /"[ !#-[\]-\uFFFF]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uFFFF]*)*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/** A recursive-descent parser. Each method returns undefined after a syntax fault; `fault` returns its position. */
class JsonReader {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;
  #values = 0;
  #expected: JsonExpected = 'value';

  constructor(text: string) {
    this.#text = text;
  }

  whole(): JsonValue | undefined {
    const value = this.#value(0);
    if (!value) return undefined;
    this.#skip();
    return this.#at === this.#text.length ? value : this.#fail('end');
  }

  fault(): JsonFault {
    return { line: this.#line, column: this.#at - this.#lineStart + 1, expected: this.#expected };
  }

  #fail(expected: JsonExpected): undefined {
    this.#expected = expected;
    return undefined;
  }

  #match(pattern: RegExp): string | undefined {
    const start = this.#at;
    pattern.lastIndex = start;
    // `exec` would allocate an array for each of the thousands of values in a file.
    if (!pattern.test(this.#text)) return undefined;
    this.#at = pattern.lastIndex;
    return this.#text.slice(start, this.#at);
  }

  #skip(): void {
    if (this.#text.charCodeAt(this.#at) > SPACE_CODE) return;
    const start = this.#at;
    const space = this.#match(SPACE) ?? '';
    for (let found = space.indexOf('\n'); found >= 0; found = space.indexOf('\n', found + 1)) {
      this.#line += 1;
      this.#lineStart = start + found + 1;
    }
  }

  /** Skips white space, and `mark` when it follows. Returns whether it followed. */
  #takes(mark: string): boolean {
    this.#skip();
    if (this.#text.charAt(this.#at) !== mark) return false;
    this.#at += 1;
    return true;
  }

  #string(expected: JsonExpected): string | undefined {
    const found = this.#match(STRING);
    if (found === undefined) return this.#fail(expected);
    return found.includes('\\') ? String(JSON.parse(found)) : found.slice(1, -1);
  }

  #value(depth: number): JsonValue | undefined {
    this.#skip();
    const line = this.#line;
    if (depth > MAX_DEPTH) return this.#fail('lessDepth');
    this.#values += 1;
    if (this.#values > MAX_VALUES) return this.#fail('fewerValues');
    if (this.#takes('{')) return this.#object(line, depth);
    if (this.#takes('[')) return this.#list(line, depth);
    if (this.#text.charAt(this.#at) === '"') {
      const value = this.#string('text');
      return value === undefined ? undefined : { kind: 'text', value, line };
    }
    const number = this.#match(NUMBER);
    if (number !== undefined) return { kind: 'number', value: Number(number), line };
    const word = this.#match(WORD);
    if (word === 'true' || word === 'false' || word === 'null') return { kind: 'word', value: word, line };
    return this.#fail('value');
  }

  #object(line: number, depth: number): JsonValue | undefined {
    const members = new Map<string, JsonValue>();
    if (this.#takes('}')) return { kind: 'object', members, line };
    do {
      this.#skip();
      const key = this.#string('key');
      if (key === undefined) return undefined;
      if (!this.#takes(':')) return this.#fail('colon');
      const value = this.#value(depth + 1);
      if (!value) return undefined;
      members.set(key, value);
    } while (this.#takes(','));
    return this.#takes('}') ? { kind: 'object', members, line } : this.#fail('commaOrBrace');
  }

  #list(line: number, depth: number): JsonValue | undefined {
    const items: JsonValue[] = [];
    if (this.#takes(']')) return { kind: 'list', items, line };
    do {
      const value = this.#value(depth + 1);
      if (!value) return undefined;
      items.push(value);
    } while (this.#takes(','));
    return this.#takes(']') ? { kind: 'list', items, line } : this.#fail('commaOrBracket');
  }
}
