import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JsonValue, parseJson } from '#domain/board/json-parser.ts';

const plain = (value: JsonValue): unknown => {
  switch (value.kind) {
    case 'object':
      return Object.fromEntries([...value.members].map(([key, member]) => [key, plain(member)]));
    case 'list':
      return value.items.map(plain);
    case 'word':
      return JSON.parse(value.value);
    default:
      return value.value;
  }
};

const nativelyRead = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

test('parseJson returns the values of JSON.parse with any indentation', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.integer({ min: 0, max: 4 }), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const parsed = parseJson(text);
      expect('value' in parsed && plain(parsed.value)).toEqual(JSON.parse(text));
    }),
  );
});

test('parseJson rejects exactly the texts that JSON.parse rejects', () => {
  const shred = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', '\\', '\\u00', '0', '-', '1.', 'e5', 'true');
  const text = fc.oneof(
    fc.array(shred, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.string({ maxLength: 2 })).map(([json, at, extra]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + extra + json.slice(place + 1);
    }),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, (json) => {
      const parsed = parseJson(json);
      const native = nativelyRead(json);
      expect('value' in parsed).toBe(native !== undefined);
      if ('value' in parsed) expect(plain(parsed.value)).toEqual(native?.value);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['', 1, 1, 'value'],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'commaOrBrace'],
  ['[1\n2]', 2, 1, 'commaOrBracket'],
  ['{"a" 1}', 1, 6, 'colon'],
  ['{"a": 1,\r\n}', 2, 1, 'key'],
  ['{\n\n"a": "never closed\n}', 3, 6, 'text'],
  ['{} {}', 1, 4, 'end'],
  ['{"a": nope}', 1, 7, 'value'],
  ['['.repeat(100_000), 1, 66, 'lessDepth'],
  [`[${'1,'.repeat(500_000)}1]`, 1, 2 * 49_999 + 2, 'fewerValues'],
])('parseJson returns the position of the fault: %j', (text, line, column, expected) => {
  expect(parseJson(text)).toEqual({ fault: { line, column, expected } });
});

test('parseJson reads at most fifty thousand values', () => {
  const ones = (count: number) => `[${'1,'.repeat(count - 1)}1]`;
  expect(parseJson(ones(49_999))).toHaveProperty('value');
  expect(parseJson(ones(50_000))).toHaveProperty('fault');
});

test('parseJson returns the line on which each value starts', () => {
  const parsed = parseJson('\n{\n "a": [1,\n  {"b": "x"}]}');
  const root = 'value' in parsed ? parsed.value : undefined;
  const list = root?.kind === 'object' ? root.members.get('a') : undefined;
  expect(root?.line).toBe(2);
  expect(list?.line).toBe(3);
  expect(list?.kind === 'list' && list.items.map(({ line }) => line)).toEqual([3, 4]);
});

test('parseJson accepts a byte order mark, keys such as __proto__ and a megabyte of text', () => {
  const parsed = parseJson(`\uFEFF{"__proto__": {"x": 1}, "long": "${'\\n'.repeat(500_000)}"}`);
  const members = 'value' in parsed && parsed.value.kind === 'object' ? parsed.value.members : new Map();
  expect([...members.keys()]).toEqual(['__proto__', 'long']);
  expect(members.get('long')).toMatchObject({ kind: 'text', value: '\n'.repeat(500_000) });
});
