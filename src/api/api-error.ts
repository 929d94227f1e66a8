import type { Failure } from '#domain/environment/failure.ts';

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
export const toFailure = (error: unknown): Failure =>
  error instanceof ApiError ? error.failure : { kind: 'unreachable' };

/** Throws unless the answer names the environment that was requested. One that names none is taken for it. */
export function checkEnvironment(requestedId: string, answeredId: string | undefined): void {
  if (answeredId !== undefined && answeredId !== requestedId.toLowerCase())
    throw new ApiError({ kind: 'otherEnvironment' });
}
