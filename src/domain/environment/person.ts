/** Returns a person for a narrow place: an e-mail address loses its domain, which is the same for a whole team. */
export const shortPerson = (person: string): string => person.replace(/^(\S+)@\S+$/, '$1');
