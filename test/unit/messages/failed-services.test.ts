import { expect, test } from 'vitest';
import { servicesText } from '#messages/failed-services.ts';

test.each([
  [['api'], 0, 0, 'Failing service: api'],
  [['api', 'web', 'worker', 'cron'], 0, 0, 'Failing services: api, web, worker +1'],
  [['api'], 2, 0, 'Failing services: api +2'],
  [['api'], 0, 1, 'Failing service: api · 1 service could not be read'],
  [[], 0, 2, '2 services could not be read'],
  [[], 2, 0, ''],
])('names %j, counts %i without a name and %i unread: %s', (names, unnamed, unread, text) => {
  expect(servicesText('failing', names, { unnamed, unread })).toBe(text);
});
