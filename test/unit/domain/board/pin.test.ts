import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLabel, decodePin, encodePin, isUuid, type Pin, packedPart, samePin } from '#domain/board/pin.ts';
import { cleanText } from '#domain/text.ts';

const ID = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const anyId = fc.uuid();
const anyKind = fc.constantFrom('environment', 'project');

test('decodePin returns the pin that encodePin received', () => {
  fc.assert(
    fc.property(anyKind, anyId, anyText, (kind, id, text) => {
      const label = cleanLabel(text);
      const pin: Pin = { kind, id, ...(label && { label }) };
      expect(decodePin(encodePin(pin))).toEqual(pin);
    }),
  );
});

test('encodePin writes 22 characters, and 23 for a project', () => {
  expect(encodePin({ kind: 'environment', id: ID })).toBe('P6hfZFcXRWKz_CyWP2avpg');
  expect(encodePin({ kind: 'project', id: ID })).toBe('pP6hfZFcXRWKz_CyWP2avpg');
});

test('encodePin writes the base64url of the sixteen bytes', () => {
  fc.assert(
    fc.property(anyId, (id) => {
      const expected = Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
      expect(encodePin({ kind: 'environment', id })).toBe(expected);
    }),
  );
});

test('encodePin returns the same text for every text that decodePin accepts', () => {
  const packed = fc.stringMatching(/^p?[A-Za-z0-9_-]{22}$/);
  fc.assert(
    fc.property(packed, (text) => {
      const pin = decodePin(text);
      if (pin !== undefined) expect(encodePin(pin)).toBe(text);
    }),
  );
  expect(decodePin('P6hfZFcXRWKz_CyWP2avph')).toBeUndefined();
});

test.each([
  '',
  '~',
  '~label',
  'p',
  ID,
  'P6hfZFcXRWKz_CyWP2avpg=',
  'P6hfZFcXRWKz+CyWP2avpg',
  '__proto__',
  '\0'.repeat(22),
])('decodePin rejects %j', (text) => {
  expect(decodePin(text)).toBeUndefined();
});

test('decodePin and encodePin never throw', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
      (text) => {
        decodePin(text);
        decodePin(`P6hfZFcXRWKz_CyWP2avpg~${text}`);
        encodePin({ kind: 'project', id: text, label: text });
        encodePin({ kind: 'project', id: ID, label: text });
      },
    ),
  );
});

test('packedPart returns the encoded pin without its label', () => {
  expect(packedPart('pP6hfZFcXRWKz_CyWP2avpg~shop')).toBe('pP6hfZFcXRWKz_CyWP2avpg');
  expect(packedPart('P6hfZFcXRWKz_CyWP2avph~shop')).toBeUndefined();
});

test('a label with separators does not break the list of pins', () => {
  const label = 'v1.2 ~ *2e * "new"';
  const text = encodePin({ kind: 'environment', id: ID, label });
  expect(text).toBe('P6hfZFcXRWKz_CyWP2avpg~v1*2e2 *7e *2a2e *2a "new"');
  expect(decodePin(text)?.label).toBe(label);
});

test('cleanLabel trims, cleans and cuts a label without splitting an emoji', () => {
  expect(cleanLabel('  \u202Eabc\u2066\u200F\0\n  ')).toBe('abc');
  expect(cleanLabel(`${'a'.repeat(59)}🚀`)).toBe('a'.repeat(59));
  expect(cleanLabel(`${'a'.repeat(58)}🚀b`)).toBe(`${'a'.repeat(58)}🚀`);
  expect(cleanLabel(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59));
  expect(cleanLabel('\uD83D')).toBe('\uFFFD');
  expect(cleanLabel('\uD83D\0\uDE80')).toBe('\uFFFD\uFFFD');
});

test('cleanLabel processes only the beginning of a text of a megabyte', () => {
  expect(cleanText('\uD83D'.repeat(1_000_000), 120)).toBe('\uFFFD'.repeat(120));
  expect(cleanText(`${'\0'.repeat(9_000)}name`, 120)).toBe('name');
  expect(cleanText(`${'\0'.repeat(1_000_000)}name`, 120)).toBe('');
});

test('a pin has no label when the label is empty', () => {
  expect(encodePin({ kind: 'environment', id: ID, label: ' \u202E ' })).toBe('P6hfZFcXRWKz_CyWP2avpg');
  expect(decodePin('P6hfZFcXRWKz_CyWP2avpg~')).toEqual({ kind: 'environment', id: ID });
});

test('cleanLabel changes nothing when it is applied twice', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = cleanLabel(text);
      expect(once.length).toBeLessThanOrEqual(60);
      expect(cleanLabel(once)).toBe(once);
    }),
  );
});

test('encodePin returns an empty text when the id is not a uuid, and writes an upper-case id in lower case', () => {
  expect(encodePin({ kind: 'environment', id: '../x' })).toBe('');
  expect(decodePin(encodePin({ kind: 'environment', id: ID.toUpperCase() }))?.id).toBe(ID);
});

test('isUuid is true for a complete lower-case uuid only', () => {
  expect(isUuid(ID)).toBe(true);
  expect([ID.toUpperCase(), `${ID}\n`, `{${ID}}`, ID.slice(1), ''].filter(isUuid)).toEqual([]);
});

test('samePin compares kind and id, and ignores labels', () => {
  const pin: Pin = { kind: 'environment', id: ID };
  expect(samePin(pin, { ...pin, label: 'shop' })).toBe(true);
  expect(samePin(pin, { ...pin, kind: 'project' })).toBe(false);
  expect(samePin(pin, { ...pin, id: ID.replace('3', '4') })).toBe(false);
});
