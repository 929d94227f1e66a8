import { type ComponentType, type FunctionComponent, lazy, useState, useSyncExternalStore } from 'react';
import { reloadIfHelpful } from './reload-after-deploy.ts';

/** A file of the page that could not be fetched. */
export class FileFailure extends Error {
  /** Requests this file again, and every other file that failed. Resolves once this request succeeded or failed. */
  readonly retry: () => Promise<unknown>;
  /** Resolves when a later request fetched the file, whoever sent it. */
  readonly fetched: Promise<unknown>;

  constructor(cause: unknown, retry: () => Promise<unknown>, fetched: Promise<unknown>) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.retry = retry;
    this.fetched = fetched;
  }
}

/** Failed files are requested again after these waits, the last one repeated, and when the browser is online again. */
const RETRY_WAITS_MS = [10_000, 60_000, 120_000, 300_000] as const;

type Retry = (isAsked: boolean) => Promise<unknown>;

const failedFiles = new Set<Retry>();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;
let retryCount = 0;
let recoveredCount = 0;

function retryFailedFiles(isAsked: boolean): void {
  for (const retry of failedFiles) void retry(isAsked);
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
  for (const listener of listeners) listener();
}

/** A dynamic `import()` that can be repeated after it failed. Its states: idle, loading, failed, retrying, loaded. */
export class LazyFile<Content> {
  /** The file's exports, once it is loaded. */
  content: Content | undefined;
  /** Set after the first request failed, until one succeeds. */
  failure: FileFailure | undefined;
  /** Resolves once the file is here, however often it failed before. Starts no request. */
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
      // The page is about to go: no failure is shown on the way.
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

  readonly #retry: Retry = (isAsked) => {
    this.#retrying ??= this.#send((error) => reloadIfHelpful(error, isAsked))
      .catch(() => {})
      .finally(() => {
        this.#retrying = undefined;
      });
    return this.#retrying;
  };

  #retryAll(): Promise<unknown> {
    const mine = this.#retry(true);
    retryFailedFiles(true);
    return mine;
  }
}

/** Counts the files that failed and were fetched later. What stood in for their components is rendered anew with it. */
export const useRecoveredFiles = (): number =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => recoveredCount,
  );

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
    // The same for as long as it is mounted: another component would lose its state.
    const [Shown] = useState(choose);
    return <Shown {...props} />;
  };
}

/**
 * A component whose file is fetched when it is first rendered; it suspends meanwhile, and throws a `FileFailure` when the
 * file cannot be fetched. Once the file is here the component renders without suspending.
 */
export const lazyComponent = <Props extends object>(load: Load<Props>): FunctionComponent<Props> =>
  componentOf(new LazyFile(load));

const preloads: Promise<unknown>[] = [];

/** Resolves once the file of every `preloadedComponent` is loaded, or could not be fetched. Never rejects. */
export const whenPreloaded = (): Promise<unknown> => Promise.all(preloads);

/**
 * A component whose file is fetched at start, before it is rendered: every board shows it, or a page that can fetch nothing
 * needs it. With a `StandIn` it never throws: the stand-in is rendered where the file cannot be fetched.
 */
export function preloadedComponent<Props extends object>(
  load: Load<Props>,
  StandIn?: ComponentType<Props>,
): FunctionComponent<Props> {
  const file = new LazyFile(load);
  // The component that renders this one shows the failure.
  preloads.push(file.load().catch(() => {}));
  return componentOf(file, StandIn);
}
