import type { Language } from '#domain/language.ts';
import type { Modules as German } from './de/modules.ts';
import type { Modules as English } from './en/modules.ts';
import type { Modules as Spanish } from './es/modules.ts';
import type { Modules as French } from './fr/modules.ts';

/** The messages of every language. English defines which messages there are. */
type Catalogue = {
  readonly en: English;
  readonly fr: French;
  readonly de: German;
  readonly es: Spanish;
};

type Text = string | number | boolean | undefined | readonly unknown[] | ((...args: never) => unknown);

/** The paths of the messages in `Some` that `Others` lacks: `'cards.DETAILS'`. */
type Lacking<Some, Others, Path extends string = ''> = {
  [Key in keyof Some & string]: Key extends keyof Others
    ? Some[Key] extends Text
      ? never
      : Lacking<Some[Key], Others[Key], `${Path}${Key}.`>
    : `${Path}${Key}`;
}[keyof Some & string];

/** Any text in place of this one. */
type AnyText<Message> = Message extends string ? string : Message;

/** True when a message takes the arguments of the English one, and returns what it returns. */
type Fits<Message, Source> = Source extends (...args: infer Args) => infer Result
  ? Message extends (...args: Args) => AnyText<Result>
    ? true
    : false
  : Message extends AnyText<Source>
    ? true
    : false;

/** The paths of the messages whose arguments or results differ from those in English. */
type Unlike<Some, Source, Path extends string = ''> = {
  [Key in keyof Some & keyof Source & string]: Source[Key] extends Text
    ? Fits<Some[Key], Source[Key]> extends true
      ? never
      : `${Path}${Key}`
    : Unlike<Some[Key], Source[Key], `${Path}${Key}.`>;
}[keyof Some & keyof Source & string];

type Problem<Modules> =
  | `missing: ${Lacking<English, Modules>}`
  | `surplus: ${Lacking<Modules, English>}`
  | `not as in English: ${Unlike<Modules, English>}`;

/** `'complete'`, or a type that names each missing, surplus and differing message. */
type Completeness<Modules> = [Problem<Modules>] extends [never] ? 'complete' : { [Found in Problem<Modules>]: never };

/** A compile error here names the language and the messages. */
export const CATALOGUES: { readonly [Each in Language]: Completeness<Catalogue[Each]> } = {
  en: 'complete',
  fr: 'complete',
  de: 'complete',
  es: 'complete',
};
