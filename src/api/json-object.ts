import * as v from 'valibot';

/** Rejects an array, which `v.object` accepts: the page would take `[]` for an object without any field. */
const noArray = <T>() => v.custom<T>((value) => !Array.isArray(value));

/** A JSON object with these fields. Further fields are left out. */
export const jsonObject = <T extends v.ObjectEntries>(entries: T) =>
  v.pipe(noArray<v.InferInput<v.ObjectSchema<T, undefined>>>(), v.object(entries));

/** A JSON object with these fields, and further fields of one kind. */
export const jsonObjectWithRest = <T extends v.ObjectEntries, R extends v.GenericSchema>(entries: T, rest: R) =>
  v.pipe(noArray<v.InferInput<v.ObjectWithRestSchema<T, R, undefined>>>(), v.objectWithRest(entries, rest));
