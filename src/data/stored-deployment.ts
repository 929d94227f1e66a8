import * as v from 'valibot';
import type { Deployment } from '#domain/environment/deployment.ts';

const text = v.string();
const optionalText = v.optional(text);
const optionalNumber = v.optional(v.pipe(v.number(), v.finite()));

/** A deployment as tabs send it to one another and store it: without its services. */
export const storedDeployment = v.pipe(
  v.object({
    id: text,
    startedAt: optionalNumber,
    durationSeconds: optionalNumber,
    state: text,
    action: optionalText,
    origin: optionalText,
    triggeredBy: optionalText,
    unread: optionalNumber,
  }),
  v.transform(({ id, startedAt, durationSeconds, state, action, origin, triggeredBy, unread }): Deployment => {
    return { id, startedAt, durationSeconds, state, action, origin, triggeredBy, unread };
  }),
);
