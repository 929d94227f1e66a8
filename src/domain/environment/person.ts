/** Returns a person's name, or an e-mail address without its domain, which is the same for a whole team. */
export const shortPerson = (person: string): string => person.replace(/^(\S+)@\S+$/, '$1');
