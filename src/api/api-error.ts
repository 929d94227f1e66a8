import type { Failure } from '#domain/environment/failure.ts';

/** The error of every failed request. Distinguish errors by `failure.kind`, never by the message. */
export class ApiError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.name = 'ApiError';
    this.failure = failure;
  }
}

/** Returns the failure of an error. An error that is no `ApiError` counts as `unreachable`. */
export const toFailure = (error: unknown): Failure =>
  error instanceof ApiError ? error.failure : { kind: 'unreachable' };

/** Throws an `ApiError` when the answer names another environment than the request. An answer without an id passes. */
export function checkEnvironment(requestedId: string, answeredId: string | undefined): void {
  if (answeredId !== undefined && answeredId !== requestedId.toLowerCase())
    throw new ApiError({ kind: 'otherEnvironment' });
}
