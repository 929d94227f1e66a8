import { TONES, toneOf } from './tone.ts';

/** What Qovery reports of one service of an environment. Words that we do not know are kept as they came. */
export type ServiceStatus = {
  readonly id: string;
  /** APPLICATION, DATABASE, …, or a word that we do not know. */
  readonly kind: string;
  /** Undefined when Qovery did not say. */
  readonly state: string | undefined;
  /** Epoch milliseconds. Whether Qovery means the start or the end is not established. */
  readonly lastDeployedAt: number | undefined;
};

export type ServiceName = {
  readonly id: string;
  /** Undefined when Qovery did not say, as the kind. */
  readonly name: string | undefined;
  readonly kind: string | undefined;
};

/** One service with all that is known of it: the two requests that tell of it can fail by themselves. */
export type Service = ServiceStatus & { readonly name: string | undefined };

const compareNames = new Intl.Collator('en', { numeric: true }).compare;
const severityOf = ({ state }: Service): number => TONES.indexOf(toneOf(state));

/** Every service, each once, the failing ones first, then by name. Nameless ones come last among their likes. */
export function servicesOf(statuses: readonly ServiceStatus[], names: readonly ServiceName[]): readonly Service[] {
  const nameOf = new Map(names.map((one) => [one.id, one]));
  const known = new Map(
    statuses.map((status) => {
      const named = nameOf.get(status.id);
      return [status.id, { ...status, name: named?.name, kind: named?.kind ?? status.kind }] as const;
    }),
  );
  const silent = names
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, kind }) => ({ id, name, kind: kind ?? '', state: undefined, lastDeployedAt: undefined }));
  return [...known.values(), ...silent].toSorted(
    (a, b) =>
      severityOf(b) - severityOf(a) ||
      Number(a.name === undefined) - Number(b.name === undefined) ||
      compareNames(a.name ?? '', b.name ?? '') ||
      (a.id < b.id ? -1 : 1),
  );
}
