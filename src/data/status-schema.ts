import * as v from 'valibot';
import type { EnvironmentStatus } from '#domain/status.ts';

const text = v.string();
const ms = v.pipe(v.number(), v.finite());

/** A status as this browser kept it, or another tab told it: ours, and untrusted all the same. */
export const keptStatus = v.pipe(
  v.object({
    id: text,
    state: text,
    lastDeploymentState: text,
    lastDeploymentAt: v.optional(ms),
    lastDeploymentId: v.optional(text),
    durationSeconds: v.optional(ms),
    origin: v.optional(text),
    triggeredBy: v.optional(text),
    configuration: v.optional(text),
  }),
  v.transform((status): EnvironmentStatus => status),
);
