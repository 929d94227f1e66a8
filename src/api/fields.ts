import * as v from 'valibot';
import { cleanText } from '#domain/text.ts';

/** A field that becomes undefined when it is absent, null or of another type. A card needs only an id and a state. */
export const optionalField = <T extends v.GenericSchema>(schema: T) => v.fallback(v.nullish(schema), undefined);

/** Epoch milliseconds of a date from Qovery; undefined for any other text. */
export function parseInstant(text: string | null | undefined): number | undefined {
  const at = Date.parse(text ?? '');
  return Number.isFinite(at) ? at : undefined;
}

const NAME_LENGTH = 200;

/** A name cleaned for display in one line, at most 200 characters; undefined when no visible character remains. */
export function cleanName(text: string | null | undefined): string | undefined {
  // Most names need no cleaning, and a poll reads thousands.
  if (text && PLAIN_NAME.test(text)) return text;
  return cleanText(text ?? '', NAME_LENGTH).trim() || undefined;
}
const PLAIN_NAME = /^[!-~](?:[ -~]{0,198}[!-~])?$/;

/** A name for display, as `cleanName` returns it. */
export const optionalName = v.pipe(optionalField(v.string()), v.transform(cleanName));

/** A name for display, which is empty when Qovery gives none. */
export const nameOrEmpty = v.pipe(
  v.nullish(v.string(), ''),
  v.transform((text) => cleanName(text) ?? ''),
);

/** A word or id of Qovery's, unchanged; undefined when it is empty. */
export const optionalWord = v.pipe(
  optionalField(v.string()),
  v.transform((text) => text || undefined),
);
