import { toFailure } from '#api/api-error.ts';
import type { Failure } from '#domain/environment/failure.ts';

/** Classes of requests that are not polls. */
type RequestClass = 'feed';

/** Sends requests that are not polls: one for each class and key, in addition to the six polls in flight. */
export class OtherRequests {
  readonly #onFailure: (failure: Failure) => void;
  readonly #inFlight = new Set<string>();

  constructor(onFailure: (failure: Failure) => void) {
    this.#onFailure = onFailure;
  }

  isInFlight(kind: RequestClass, key: string): boolean {
    return this.#inFlight.has(`${kind} ${key}`);
  }

  /** Runs a request. Rejects as the request does. */
  async send<T>(kind: RequestClass, key: string, request: () => Promise<T>): Promise<T> {
    const name = `${kind} ${key}`;
    this.#inFlight.add(name);
    try {
      return await request();
    } catch (error) {
      this.#onFailure(toFailure(error));
      throw error;
    } finally {
      this.#inFlight.delete(name);
    }
  }
}
