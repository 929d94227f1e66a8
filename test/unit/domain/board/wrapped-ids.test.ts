import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPastedPins } from '#domain/board/parse-pasted-pins.ts';
import type { Pin } from '#domain/board/pin.ts';

const ORG = '11111111-1111-4111-8111-111111111111';
const PROJECT = '22222222-2222-4222-8222-222222222222';
const ENV = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
const OTHER = '44444444-4444-4444-8444-444444444444';
const LINK = `https://console.qovery.com/organization/${ORG}/project/${PROJECT}/environment/${ENV}`;
const environment = (id: string): Pin => ({ kind: 'environment', id });

const cutAt = (text: string, position: number, end: string) => text.slice(0, position) + end + text.slice(position);
const LINE_ENDS = ['\n', '\r\n', '\n   ', '\n> ', '\n> > ', ' \n'];

test.each(LINE_ENDS)('readPastedPins finds an id that %j cuts at any position, alone and in a link', (end) => {
  for (let position = 1; position < ENV.length; position += 1) {
    const id = cutAt(ENV, position, end);
    for (const text of [id, `(${id})\n${OTHER}`, `${LINK.replace(ENV, id)}/overview\n${OTHER}`])
      expect(readPastedPins(text).pins).toEqual(
        text.includes(OTHER) ? [environment(ENV), environment(OTHER)] : [environment(ENV)],
      );
    expect(readPastedPins(LINK.replace(ENV, id)).passedOver).toEqual([]);
  }
});

test.each(LINE_ENDS)('readPastedPins returns the environment alone for a link that %j cuts in its path', (end) => {
  for (let position = LINK.indexOf(ORG); position < LINK.length; position += 1)
    expect(readPastedPins(cutAt(LINK, position, end))).toEqual({
      pins: [environment(ENV)],
      passedOver: [],
      capped: 0,
    });
});

test('readPastedPins joins the lines of a quoted-printable link', () => {
  const text = LINK.replace(/(.{75})/g, '$1=\n');
  expect(readPastedPins(text)).toEqual({ pins: [environment(ENV)], passedOver: [], capped: 0 });
});

test('readPastedPins never joins the digits of two ids', () => {
  const digits = OTHER.replaceAll('-', '');
  expect(readPastedPins(`${digits.slice(16)}\n${digits.slice(0, 16)}\n${ENV}`).pins).toEqual([environment(ENV)]);
  expect(readPastedPins(`${ENV.slice(0, 20)}\n${OTHER}\n${ENV.slice(20)}`).pins).toEqual([environment(OTHER)]);
  expect(readPastedPins(`/environment/${ENV}\n/environment/${OTHER}`).pins).toEqual([
    environment(ENV),
    environment(OTHER),
  ]);
  fc.assert(
    fc.property(fc.array(fc.uuid(), { minLength: 1, maxLength: 6 }), fc.constantFrom(...LINE_ENDS), (ids, end) => {
      expect(readPastedPins(ids.join(end)).pins).toEqual([...new Set(ids)].map(environment));
    }),
  );
});
