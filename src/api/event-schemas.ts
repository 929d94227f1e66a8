import * as v from 'valibot';
import type { FeedEvent } from '#domain/polling/change-feed.ts';
import { cleanName, optionalField } from './fields.ts';
import { jsonObject } from './json-object.ts';

/** Powers of ten that turn seconds, milliseconds, microseconds and nanoseconds since 1970 into milliseconds, by digits. */
const UNITS = [
  { digits: 11, toMs: 1_000 },
  { digits: 14, toMs: 1 },
  { digits: 17, toMs: 1e-3 },
  { digits: 20, toMs: 1e-6 },
] as const;

/** Far beyond any time that a `Date` can hold. */
const LATEST_MS = 8.64e15;

/** Epoch milliseconds of an event: a date, or a number of seconds to nanoseconds; undefined when it is neither. */
function eventTime(text: string | null | undefined): number | undefined {
  const trimmed = text?.trim() ?? '';
  if (!/^\d+(?:\.\d+)?$/.test(trimmed)) {
    const at = Date.parse(trimmed);
    return Number.isFinite(at) ? at : undefined;
  }
  const whole = trimmed.split('.', 1).join();
  const unit = UNITS.find(({ digits }) => whole.length <= digits);
  const at = Math.floor(Number(trimmed) * (unit?.toMs ?? Number.NaN));
  return at > 0 && at <= LATEST_MS ? at : undefined;
}

const text = optionalField(v.union([v.string(), v.pipe(v.number(), v.transform(String))]));
const idOf = (value: string | null | undefined): string | undefined => cleanName(value)?.toLowerCase();

/** Every field may be absent, null or of another type. An entry that is no object becomes undefined. */
const event = v.fallback(
  v.pipe(
    jsonObject({
      id: text,
      timestamp: text,
      event_type: text,
      target_type: text,
      target_id: text,
      target_name: text,
      project_id: text,
      project_name: text,
      environment_id: text,
      environment_name: text,
      origin: text,
      triggered_by: text,
    }),
    v.transform((raw): FeedEvent | undefined => ({
      id: idOf(raw.id),
      at: eventTime(raw.timestamp),
      type: cleanName(raw.event_type),
      targetType: cleanName(raw.target_type),
      targetId: idOf(raw.target_id),
      targetName: cleanName(raw.target_name),
      projectId: idOf(raw.project_id),
      projectName: cleanName(raw.project_name),
      environmentId: idOf(raw.environment_id),
      environmentName: cleanName(raw.environment_name),
      origin: cleanName(raw.origin),
      triggeredBy: cleanName(raw.triggered_by),
    })),
  ),
  undefined,
);

/** Letters, digits and marks; no blank, and no sign that a log or a cache could misread. */
const TOKEN = /^[\w!$'()*+,./:;=@~-]{1,500}$/;

/** The paging token of the next page, in any form. The address itself is not followed: it may name any host. */
function tokenIn(link: string): string | undefined {
  const token = new URLSearchParams(link.slice(link.indexOf('?') + 1)).get('continueToken') ?? '';
  return TOKEN.test(token) ? token : undefined;
}

/** A page of an organization's events, in Qovery's order. An absent list is an empty page. */
export const eventPage = v.pipe(
  jsonObject({
    links: optionalField(jsonObject({ next: optionalField(v.string()) })),
    organization_max_limit_reached: optionalField(v.boolean()),
    events: v.nullish(v.array(event)),
  }),
  v.transform(({ links, organization_max_limit_reached, events }) => ({
    events: (events ?? []).filter((entry) => entry !== undefined),
    continueToken: links?.next ? tokenIn(links.next) : undefined,
    /** True when there is a next page and its token cannot be read. */
    hasUnreadPages: Boolean(links?.next) && tokenIn(links?.next ?? '') === undefined,
    /** Earlier events exist and the plan of the organization hides them. */
    isCut: organization_max_limit_reached === true,
  })),
);

export type EventPage = v.InferOutput<typeof eventPage>;
