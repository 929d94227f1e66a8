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
