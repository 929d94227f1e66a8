import * as v from 'valibot';
import type { Deployment } from '#domain/environment/deployment.ts';
import { isInProgress, toneOf } from '#domain/environment/tone.ts';
import { optionalField, optionalName, optionalWord, parseInstant } from './fields.ts';
import { jsonObject } from './json-object.ts';
import { readableList } from './readable-list.ts';

const DURATION = /^P(?=.)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Seconds of an ISO 8601 duration such as `PT3M42S`; undefined for any other text, or with years or months. */
function secondsOf(text: string): number | undefined {
  const parts = DURATION.exec(text);
  if (!parts) return undefined;
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  const total = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  return Number.isFinite(total) ? total : undefined;
}

const UNFINISHED = /^(?:QUEUED|ONGOING|CANCELING)$/;

/** Decides by the state. For a state unknown to Envboard, Qovery's status of the action decides. */
function isUnfinished(state: string, actionStatus: string | null | undefined): boolean {
  const tone = toneOf(state);
  return tone === 'unknown' ? UNFINISHED.test(actionStatus ?? '') : isInProgress(tone);
}

/** The fields of one deployment. */
export const deploymentFields = {
  identifier: jsonObject({ execution_id: v.string() }),
  auditing_data: optionalField(
    jsonObject({
      created_at: optionalField(v.string()),
      triggered_by: optionalName,
      origin: optionalWord,
    }),
  ),
  status: optionalWord,
  trigger_action: optionalWord,
  total_duration: optionalWord,
  action_status: optionalWord,
};

type Item = v.InferOutput<ReturnType<typeof jsonObject<typeof deploymentFields>>>;

type Readable = { readonly items: readonly Deployment[]; readonly unread: number };

/** Converts an entry of Qovery's history. Times are epoch milliseconds, durations are seconds. */
export function toDeployment({
  identifier,
  auditing_data,
  status,
  trigger_action,
  total_duration,
  action_status,
}: Item) {
  const state = status ?? action_status ?? 'UNKNOWN';
  return {
    id: identifier.execution_id,
    startedAt: parseInstant(auditing_data?.created_at),
    // The duration of a running deployment is not final.
    durationSeconds: isUnfinished(state, action_status) ? undefined : secondsOf(total_duration ?? ''),
    state,
    action: trigger_action,
    origin: auditing_data?.origin,
    triggeredBy: auditing_data?.triggered_by,
  };
}

/**
 * Each deployment once, oldest first: Qovery sends the newest first. The newest one has `unread`, the number of unreadable
 * deployments.
 */
export function inOrder({ items, unread }: Readable): readonly Deployment[] {
  const [newest, ...older] = new Map(items.map((one) => [one.id, one])).values();
  return newest ? [{ ...newest, unread: unread || undefined }, ...older].toReversed() : [];
}

/** An environment's deployments, oldest first. */
export const deploymentHistory = v.pipe(
  jsonObject({ results: readableList(v.pipe(jsonObject(deploymentFields), v.transform(toDeployment))) }),
  v.transform(({ results }) => inOrder(results)),
);
