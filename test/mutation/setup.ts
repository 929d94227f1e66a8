import * as fc from 'fast-check';

/** Each mutant runs the properties again: fewer cases, and the first that fails is enough. */
fc.configureGlobal({ numRuns: 40, endOnFailure: true });
