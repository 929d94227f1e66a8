import { expect, test } from 'vitest';
import type * as Failures from '#messages/failures.ts';

const catalogues = import.meta.glob<typeof Failures>('/src/messages/*/failures.ts', { eager: true });
const ENVIRONMENT = /environment|environnement|Umgebung|entorno/i;
const TOKEN = /token|jeton/i;

test.each(Object.entries(catalogues))(
  '%s names an environment in a denial of one, and not in that of a list',
  (_, { failureText, listFailureText }) => {
    const denied = { kind: 'denied' } as const;
    expect(failureText(denied)).toMatch(ENVIRONMENT);
    expect(listFailureText(denied)).not.toMatch(ENVIRONMENT);
    // Behind a gateway, the user has no token.
    for (const text of [failureText(denied), listFailureText(denied)]) expect(text).not.toMatch(TOKEN);
    expect(listFailureText({ kind: 'offline' })).toBe(failureText({ kind: 'offline' }));
  },
);
