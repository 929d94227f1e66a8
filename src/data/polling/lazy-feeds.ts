import { LazyFile } from '#browser/lazy-component.tsx';
import { readSettings } from '#data/preferences/settings-store.ts';
import type { FeedOptions } from './feed-options.ts';
import type { OrganizationFeeds } from './organization-feeds.ts';

const feedsFile = new LazyFile(() => import('./organization-feeds.ts'));

/** Milliseconds after the first plan until the feeds are loaded: the first seconds belong to the board. */
const LOAD_AFTER_MS = 5_000;

/** The change feeds of a poll scheduler, whose code is loaded after the board is rendered. */
export class LazyFeeds {
  readonly #options: FeedOptions;
  #feeds: OrganizationFeeds | undefined;
  #isStandingBy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** True once the first seconds have passed. An earlier session of this page may have loaded the code already. */
  #isDue = false;

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  /** Returns the feeds if the user wants them and their code is loaded. The leader calls this with each plan and answer. */
  current(): OrganizationFeeds | undefined {
    if (readSettings().changeFeed === 'off') {
      this.#feeds = undefined;
      return undefined;
    }
    this.#loadLater();
    if (this.#isStandingBy && this.#feeds?.isOutdated()) this.#feeds = undefined;
    this.#isStandingBy = false;
    const Feeds = this.#isDue ? feedsFile.content?.OrganizationFeeds : undefined;
    this.#feeds ??= Feeds && new Feeds(this.#options);
    return this.#feeds;
  }

  /** Records that another tab leads. When this tab leads again, it continues with the feeds that the leader persisted. */
  standBy(): void {
    this.#isStandingBy = true;
    if (readSettings().changeFeed !== 'off') this.#loadLater();
  }

  #loadLater(): void {
    if (this.#timer !== undefined || !this.#hasOrganization()) return;
    this.#timer = setTimeout(() => {
      this.#isDue = true;
      feedsFile.load().catch(() => {});
      void feedsFile.whenLoaded.then(this.#options.onChange);
    }, LOAD_AFTER_MS);
  }

  /** True for sources that a feed may help: two of one organization, and so two with any. */
  #hasOrganization(): boolean {
    return this.#options.sources.all.filter(({ organizationId }) => organizationId !== undefined).length > 1;
  }

  /** Stops the timer, which must not outlive the page's session. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isDue = false;
  }
}
