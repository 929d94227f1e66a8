import { type ComponentType, type FunctionComponent, lazy, useState, useSyncExternalStore } from 'react';
import { createEmitter } from '#domain/emitter.ts';
import { reloadIfHelpful } from './reload-after-deploy.ts';

/** A file of the page that could not be fetched. */
export class FileFailure extends Error {
  /** Requests this file again, and every other file that failed. Resolves once this request succeeded or failed. */
  readonly retry: () => Promise<unknown>;
  /** Resolves when any later request fetched the file. */
  readonly fetched: Promise<unknown>;

  constructor(cause: unknown, retry: () => Promise<unknown>, fetched: Promise<unknown>) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.retry = retry;
    this.fetched = fetched;
  }
}

/** Milliseconds between retries of failed files; the last wait repeats. The `online` event also causes a retry. */
const RETRY_WAITS_MS = [10_000, 60_000, 120_000, 300_000] as const;

type Retry = (isUserRequest: boolean) => Promise<unknown>;

const failedFiles = new Set<Retry>();
const recoveries = createEmitter();
let timer: ReturnType<typeof setTimeout> | undefined;
let retryCount = 0;
let recoveredCount = 0;

function retryFailedFiles(isUserRequest: boolean): void {
  for (const retry of failedFiles) void retry(isUserRequest);
}

function retryLater(): void {
  clearTimeout(timer);
  removeEventListener('online', retryLater);
  timer = undefined;
  retryCount += 1;
  retryFailedFiles(false);
}

function markFailed(retry: Retry): void {
  failedFiles.add(retry);
  if (timer !== undefined) return;
  addEventListener('online', retryLater);
  timer = setTimeout(retryLater, RETRY_WAITS_MS[Math.min(retryCount, RETRY_WAITS_MS.length - 1)]);
}

function markRecovered(retry: Retry): void {
  failedFiles.delete(retry);
  if (failedFiles.size === 0) retryCount = 0;
  recoveredCount += 1;
  recoveries.notify();
}

/** A dynamic `import()` that can be repeated after it failed. Its states: idle, loading, failed, retrying, loaded. */
export class LazyFile<Content> {
  /** The file's exports, once it is loaded. */
  content: Content | undefined;
  /** Set after the first request failed, until one succeeds. */
  failure: FileFailure | undefined;
  /** Resolves once the file is loaded, however often it failed before. Starts no request. */
  readonly whenLoaded: Promise<Content>;
  readonly #request: () => Promise<Content>;
  #resolveLoaded: (content: Content) => void = () => {};
  #loading: Promise<Content> | undefined;
  #retrying: Promise<unknown> | undefined;

  constructor(request: () => Promise<Content>) {
    this.#request = request;
    this.whenLoaded = new Promise((resolve) => {
      this.#resolveLoaded = resolve;
    });
  }

  /** Starts the first request, if none was started. Rejects with a `FileFailure`. */
  load(): Promise<Content> {
    this.#loading ??= this.#send(() => reloadIfHelpful());
    return this.#loading;
  }

  async #send(reload: (error: unknown) => Promise<boolean>): Promise<Content> {
    try {
      this.content = await this.#request();
    } catch (error) {
      // The page is reloading, so the promise stays pending and no failure appears.
      if (await reload(error)) return new Promise<never>(() => {});
      this.failure ??= new FileFailure(error, () => this.#retryAll(), this.whenLoaded);
      markFailed(this.#retry);
      throw this.failure;
    }
    this.#resolveLoaded(this.content);
    if (this.failure) {
      this.failure = undefined;
      markRecovered(this.#retry);
    }
    return this.content;
  }

  readonly #retry: Retry = (isUserRequest) => {
    this.#retrying ??= this.#send((error) => reloadIfHelpful(error, isUserRequest))
      .catch(() => {})
      .finally(() => {
        this.#retrying = undefined;
      });
    return this.#retrying;
  };

  #retryAll(): Promise<unknown> {
    const retrying = this.#retry(true);
    retryFailedFiles(true);
    return retrying;
  }
}

/** Returns the number of files that failed and were loaded later. Error boundaries reset when it grows. */
export const useRecoveredFiles = (): number => useSyncExternalStore(recoveries.subscribe, () => recoveredCount);

type Load<Props> = () => Promise<ComponentType<Props>>;

function componentOf<Props extends object>(
  file: LazyFile<ComponentType<Props>>,
  StandIn?: ComponentType<Props>,
): FunctionComponent<Props> {
  const Awaited = lazy(async () => ({
    default: await (StandIn ? file.load().catch(() => StandIn) : file.load()),
  }));
  const choose = (): ComponentType<Props> => {
    const { content, failure } = file;
    if (failure && !StandIn) throw failure;
    return content ?? (failure && StandIn) ?? Awaited;
  };
  return function LazyComponent(props) {
    // Chosen once, because React discards the state when the component changes.
    const [Shown] = useState(choose);
    return <Shown {...props} />;
  };
}

/**
 * Returns a component whose file is fetched when the component is first rendered.
 *
 * It suspends until the file is loaded, and throws a `FileFailure` when the file cannot be fetched. With a loaded file it
 * renders without suspending.
 */
export const lazyComponent = <Props extends object>(load: Load<Props>): FunctionComponent<Props> =>
  componentOf(new LazyFile(load));

const preloads: Promise<unknown>[] = [];

/** Resolves once the file of every `preloadedComponent` is loaded, or could not be fetched. Never rejects. */
export const whenPreloaded = (): Promise<unknown> => Promise.all(preloads);

/**
 * Returns a component whose file is fetched at once: for components of every board, and for those that an offline page
 * needs. With a `StandIn` it never throws: it renders the stand-in when the file cannot be fetched.
 */
export function preloadedComponent<Props extends object>(
  load: Load<Props>,
  StandIn?: ComponentType<Props>,
): FunctionComponent<Props> {
  const file = new LazyFile(load);
  // The failure is thrown when the component renders.
  preloads.push(file.load().catch(() => {}));
  return componentOf(file, StandIn);
}
