import { type Api, ApiProblem, isPassing } from "../api/client";
import type { Conversation, Page, Uuid, View } from "../api/types";
import { type Found, isMissing, ThreadReading } from "./readingThread";
import { Retries } from "./retries";
import type { InboxStore } from "./store";

const PAGE = 50;
const REREAD_PAGE = 100;
const MAX_REREAD = 2_000;
/** What makes a list be read anew rarely comes alone. */
const REREAD_AFTER = 400;
const MOST_AT_ONCE = 4;

/** Reads from the server what the screen shows and the store does not know, until it is there. */
export class Reading {
  readonly #api: Api;
  readonly #store: InboxStore;
  readonly #retries = new Retries();
  readonly #toFetch = new Set<Uuid>();
  #fetching = 0;
  readonly #thread: ThreadReading;
  readonly #reads = new Map<Uuid, number>();
  #activeView: View | null = null;
  #rereading: ReturnType<typeof setTimeout> | undefined;
  #open: Uuid | null = null;

  constructor(api: Api, store: InboxStore) {
    this.#api = api;
    this.#store = store;
    this.#thread = new ThreadReading({
      ...{ api, store, retries: this.#retries },
      isOpen: (id) => this.#open === id,
      fetchRow: (id) => this.#fetchRow(id),
    });
  }

  /** The line is back: no reason to wait. */
  now(): void {
    this.#retries.now();
  }

  /** Everything may have changed: read again what is on the screen; the rest when it is looked at. */
  again(): void {
    if (this.#activeView) void this.loadView(this.#activeView);
    if (this.#open) void this.openThread(this.#open);
    this.settle();
  }

  /** Asks for what the store found that it is missing. */
  settle(): void {
    const view = this.#activeView;
    if (view && this.#store.isStale(view) && this.#store.view(view).state === "ready") this.#rereadSoon(view);
    for (const id of this.#store.takeWanted()) this.#toFetch.add(id);
    this.#fetchWanted();
    if (this.#store.takeRegained().includes(this.#open ?? "")) void this.openThread(this.#open!);
  }

  #fetchWanted(): void {
    while (this.#fetching < MOST_AT_ONCE) {
      const id = this.#toFetch.values().next().value;
      if (id === undefined) return;
      this.#toFetch.delete(id);
      this.#fetching++;
      void this.#fetchRow(id).finally(() => {
        this.#fetching--;
        this.#fetchWanted();
      });
    }
  }

  async #fetchRow(id: Uuid): Promise<void> {
    const askedAt = this.#store.moment();
    const what = `row ${id}`;
    try {
      this.#store.putConversation(await this.#api.conversation(id), askedAt);
      this.#retries.done(what);
    } catch (error) {
      if (isMissing(error)) this.#store.conversationIsMissing(id);
      else
        this.#retries.later(
          what,
          () => true,
          () => {
            this.#store.want(id);
            this.settle();
          },
        );
    }
  }

  // ── Lists ──────────────────────────────────────────────────────────────────────────────────────────────────

  show(view: View): void {
    this.#activeView = view;
    this.#store.show(view);
    if (this.#store.isStale(view) && this.#store.view(view).state !== "loading") void this.loadView(view);
  }

  /** These rows are on the screen now. */
  see(ids: readonly Uuid[]): void {
    this.#store.see(ids);
    this.settle();
  }

  #rereadSoon(view: View): void {
    this.#rereading ??= setTimeout(() => {
      this.#rereading = undefined;
      if (this.#activeView === view && this.#store.isStale(view)) void this.loadView(view);
    }, REREAD_AFTER);
  }

  /** Reads a list anew as far as it was read before; what is shown stays until it is known better. */
  async loadView(view: View): Promise<void> {
    const what = `list ${view}`;
    const before = this.#store.isTooLong(view) ? 0 : this.#store.view(view).ids.length;
    const limit = before > PAGE ? REREAD_PAGE : PAGE;
    this.#store.viewIsLoading(view, false);
    try {
      let cursor: string | undefined;
      let after: string | null = null;
      let loaded = 0;
      do {
        const askedAt = this.#store.moment();
        const page: Page<Conversation> = await this.#api.conversations({ view, cursor, limit });
        loaded += page.items.length;
        cursor = page.nextCursor;
        const more = cursor !== undefined && loaded < Math.min(before, MAX_REREAD);
        after = this.#store.putPage(view, page, { after, more, askedAt });
        if (!more) break;
      } while (cursor !== undefined);
      this.#retries.done(what);
    } catch {
      this.#store.viewFailed(view);
      this.#retries.later(
        what,
        () => this.#activeView === view && this.#store.isStale(view),
        () => void this.loadView(view),
      );
    }
    this.settle();
  }

  async loadMore(view: View): Promise<void> {
    const { hasMore, loadingMore, cursor, state } = this.#store.view(view);
    const what = `more of ${view}`;
    if (!hasMore || loadingMore || state !== "ready" || this.#retries.isWaiting(what)) return;
    this.#store.viewIsLoading(view, true);
    const askedAt = this.#store.moment();
    const after = this.#store.endOf(view);
    try {
      const page = await this.#api.conversations({ view, cursor: cursor ?? undefined, limit: PAGE });
      this.#store.putPage(view, page, { after, more: false, askedAt });
      this.#retries.done(what);
    } catch (error) {
      this.#store.viewFailed(view);
      if (error instanceof ApiProblem && error.reasonKey === "invalid-cursor") void this.loadView(view);
      else
        this.#retries.later(
          what,
          () => this.#activeView === view,
          () => void this.loadMore(view),
        );
    }
    this.settle();
  }

  // ── One conversation ───────────────────────────────────────────────────────────────────────────────────────

  look(id: Uuid | null): void {
    this.#open = id;
    this.#store.open(id);
    if (id !== null && this.#store.threadIsStale(id)) void this.openThread(id);
  }

  openThread = (id: Uuid): Promise<void> => this.#thread.open(id);
  loadOlder = (id: Uuid): Promise<void> => this.#thread.load(id, "older");
  loadNewer = (id: Uuid): Promise<void> => this.#thread.load(id, "newer");
  loadHistory = (id: Uuid, older = false): Promise<void> => this.#thread.loadHistory(id, older);
  showMessage = (id: Uuid, messageId: Uuid): Promise<Found> => this.#thread.showMessage(id, messageId);

  /** The open conversation is in front of a person. */
  markRead(id: Uuid, sequence: number): void {
    const known = this.#store.conversation(id);
    if (!known || sequence <= (this.#reads.get(id) ?? 0)) return;
    const nothingNew = known.unread === 0 && !this.#reads.has(id);
    this.#reads.set(id, sequence);
    this.#store.markRead(id, sequence);
    if (nothingNew) return;
    this.#api.read(id, sequence).catch((error: unknown) => {
      if (isPassing(error) && this.#reads.get(id) === sequence) this.#reads.delete(id);
    });
  }
}
