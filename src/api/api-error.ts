import type { Failure } from '#domain/failure.ts';

/** What every rejected question to Qovery carries. Tell errors apart by `failure.kind`, never by the message. */
export class ApiError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.name = 'ApiError';
    this.failure = failure;
  }
}

/** Why a question failed. What no client of ours threw counts as no answer at all. */
export const failureIn = (error: unknown): Failure =>
  error instanceof ApiError ? error.failure : { kind: 'unreachable' };
