import { expect, test } from 'vitest';
import * as deActivity from '#languages/de/activity.ts';
import * as deDelivery from '#languages/de/delivery.ts';
import * as de from '#languages/de/versions.ts';
import * as enActivity from '#languages/en/activity.ts';
import * as enDelivery from '#languages/en/delivery.ts';
import * as en from '#languages/en/versions.ts';
import * as esActivity from '#languages/es/activity.ts';
import * as esDelivery from '#languages/es/delivery.ts';
import * as es from '#languages/es/versions.ts';
import * as frActivity from '#languages/fr/activity.ts';
import * as frDelivery from '#languages/fr/delivery.ts';
import * as fr from '#languages/fr/versions.ts';

const AT = Date.UTC(2026, 10, 26, 14, 32);
const relative = { timeZone: 'UTC', absoluteTimes: false };
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');
const counts = { failed: 0, well: 3, cancelled: 0, running: 0, other: 0 };

/** Sentences of several words: a single word can be the same in two languages. */
const sentencesOf = (words: object): readonly string[] =>
  Object.values(words).filter((text) => typeof text === 'string' && text.split(' ').length > 2);

test.each([
  ['fr', fr, frActivity, frDelivery],
  ['de', de, deActivity, deDelivery],
  ['es', es, esActivity, esDelivery],
] as const)('has no English sentence when the language is %s', (_, versions, activity, delivery) => {
  const english = [en.VERSIONS_WORDS, enActivity.ACTIVITY_WORDS, enDelivery.DELIVERY_WORDS, enDelivery.DEFINITIONS];
  const own = [versions.VERSIONS_WORDS, activity.ACTIVITY_WORDS, delivery.DELIVERY_WORDS, delivery.DEFINITIONS];
  expect(english.flatMap(sentencesOf).length).toBeGreaterThan(40);
  expect(own.flatMap(sentencesOf).filter((text) => english.flatMap(sentencesOf).includes(text))).toEqual([]);
});

test.each([
  ['en', en, 'just now', '4 m ago'],
  ['fr', fr, 'à l’instant', 'il y a 4 min'],
  ['de', de, 'gerade eben', 'vor 4 min'],
  ['es', es, 'ahora mismo', 'hace 4 min'],
] as const)('writes the age of a cell as an age when the language is %s', (_, { cellAgeText }, now, minutes) => {
  expect(plain(cellAgeText(AT, AT + 20_000, relative))).toBe(now);
  expect(plain(cellAgeText(AT, AT + 240_000, relative))).toBe(minutes);
  expect(cellAgeText(AT, AT + 240_000, { ...relative, absoluteTimes: true })).toMatch(/26/);
});

test('inflects German nouns after a preposition', () => {
  expect(deActivity.totalText(counts, false, true)).toBe('3 Deployments in 14 Tagen');
  const summary = {
    services: 12,
    compared: 12,
    differing: 6,
    unknown: 0,
    pending: 0,
    inOneOnly: 0,
    environments: 2,
    answered: 2,
    unread: 0,
    partlyRead: 0,
    isDenied: false,
    between: ['STAGING', 'PRODUCTION'],
  } as const;
  expect(de.versionsSentence(summary)).toBe('6 von 12 Diensten unterscheiden sich zwischen Staging und Produktion.');
});

test('writes "e" in place of "y" before a Spanish word that begins with the same sound', () => {
  expect(esActivity.knownFromText(['feed', 'history'])).toBe('Fuente: eventos de Qovery e historial de despliegues');
});
