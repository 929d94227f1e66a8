import * as fc from 'fast-check';

/** Each mutant runs all properties again, so they use fewer cases and stop at the first failure. */
fc.configureGlobal({ numRuns: 40, endOnFailure: true });
