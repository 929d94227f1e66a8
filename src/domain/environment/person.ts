import { groupBy } from '#domain/group-by.ts';

/** Returns a person's name, or an e-mail address without its domain, which is the same for a whole team. */
export const shortPerson = (person: string): string => person.replace(/^(\S+)@\S+$/, '$1');

/** Returns short names of people by their keys. Two people with the same short name keep their whole names. */
export function shortNames(people: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const sharing = groupBy([...people.values()], shortPerson);
  return new Map(
    [...people].map(([key, name]) => {
      const short = shortPerson(name);
      return [key, sharing.get(short)?.length === 1 ? short : name];
    }),
  );
}
