import { type Api, ApiProblem, isPassing } from "../api/client";
import type { Note, Page, Uuid } from "../api/types";
import { milliseconds } from "../lib/instants";
import type { Retries } from "./retries";
import type { InboxStore } from "./store";

const PAGE = 50;
const HISTORY_PAGE = 100;

/** What became of the wish to see one message. */
export type Found = "shown" | "missing" | "failed";
/** What is shown when it is not found. */
export type Otherwise = "newest" | "as it is";

interface Parts {
  api: Api;
  store: InboxStore;
  retries: Retries;
  /** Whether this conversation is the one on the screen. */
  isOpen: (id: Uuid) => boolean;
  fetchRow: (id: Uuid) => Promise<void>;
}

/** Reads one conversation from the server, as far as somebody looks. */
export class ThreadReading {
  readonly #api: Api;
  readonly #store: InboxStore;
  readonly #retries: Retries;
  readonly #isOpen: Parts["isOpen"];
  readonly #fetchRow: Parts["fetchRow"];
  readonly #loadingHistory = new Set<Uuid>();

  constructor({ api, store, retries, isOpen, fetchRow }: Parts) {
    this.#api = api;
    this.#store = store;
    this.#retries = retries;
    this.#isOpen = isOpen;
    this.#fetchRow = fetchRow;
  }

  /** Reads the newest page, the notes and the history, side by side. */
  async open(id: Uuid): Promise<void> {
    const before = this.#store.thread(id);
    this.#store.threadIsLoading(id, null);
    this.#store.historyBecomes(id, "loading");
    void this.#loadNotes(id);
    const askedAt = this.#store.moment();
    if (!this.#store.conversation(id) || this.#store.threadIsStale(id)) void this.#fetchRow(id);
    const timeline = this.#api
      .timeline(id, { limit: PAGE })
      .then((page) => {
        this.#store.putTimeline(id, page, {}, askedAt);
        this.#retries.done(`thread ${id}`);
      })
      .catch((error: unknown) => {
        if (isMissing(error)) {
          this.#store.conversationIsMissing(id);
          return;
        }
        this.#store.threadFailed(id);
        this.#retries.later(
          `thread ${id}`,
          () => this.#isOpen(id) && this.#store.threadIsStale(id),
          () => void this.open(id),
        );
      });
    await Promise.all([timeline, this.loadHistory(id), before?.away ? this.#again(id, before.around) : null]);
    // Read anew after a gap: as far back as it was.
    for (let round = 0; round < 10 && !before?.away; round++) {
      if ((this.#store.thread(id)?.items.length ?? 0) >= (before?.items.length ?? 0)) break;
      await this.load(id, "older");
    }
    await this.#historyReachesThread(id);
  }

  /** Reads anew the older part on the screen. */
  async #again(id: Uuid, around: Uuid | null): Promise<void> {
    if (around === null || (await this.#loadAround(id, around)) === "missing") this.#store.showNewest(id);
  }

  /** More of what is on the screen, on one side. */
  async load(id: Uuid, where: "older" | "newer"): Promise<void> {
    const thread = this.#store.thread(id);
    const cursor = where === "older" ? thread?.olderCursor : thread?.newerCursor;
    const what = `${where} of ${id}`;
    if (!thread || !cursor || thread.loadingMore !== null || thread.state !== "ready") return;
    if (this.#retries.isWaiting(what)) return;
    this.#store.threadIsLoading(id, where);
    const asked = where === "older" ? { before: cursor } : { after: cursor };
    const askedAt = this.#store.moment();
    try {
      const page = await this.#api.timeline(id, { ...asked, limit: PAGE });
      this.#store.putTimeline(id, page, asked, askedAt);
      this.#retries.done(what);
    } catch {
      this.#store.threadFailed(id);
      this.#retries.later(
        what,
        () => this.#isOpen(id),
        () => void this.load(id, where),
      );
      return;
    }
    await this.#historyReachesThread(id);
  }

  /** Shows the part of a conversation in which a message stands; when that cannot be, the newest part or what is shown. */
  async showMessage(id: Uuid, messageId: Uuid, otherwise: Otherwise = "newest"): Promise<Found> {
    if (!this.#store.threadIsStale(id) && this.#store.showMessage(id, messageId)) return "shown";
    const found = await this.#loadAround(id, messageId);
    if (found === "shown") void this.#historyReachesThread(id);
    else if (otherwise === "newest") this.#store.showNewest(id);
    return found;
  }

  async #loadAround(id: Uuid, messageId: Uuid): Promise<Found> {
    const askedAt = this.#store.moment();
    try {
      const page = await this.#api.timeline(id, { around: messageId, limit: PAGE });
      this.#store.putTimeline(id, page, { around: messageId }, askedAt);
      return "shown";
    } catch (error) {
      return isPassing(error) ? "failed" : "missing";
    }
  }

  async #loadNotes(id: Uuid): Promise<void> {
    const askedAt = this.#store.moment();
    const notes: Note[] = [];
    let cursor: string | undefined;
    try {
      do {
        const page: Page<Note> = await this.#api.notes(id, { cursor });
        notes.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== undefined && notes.length < 5_000);
      this.#store.putNotes(id, notes, askedAt);
      this.#retries.done(`notes ${id}`);
    } catch (error) {
      // Without the right to read notes there are none to show.
      if (isPassing(error))
        this.#retries.later(
          `notes ${id}`,
          () => this.#isOpen(id),
          () => void this.#loadNotes(id),
        );
    }
  }

  async loadHistory(id: Uuid, older = false): Promise<void> {
    if (this.#loadingHistory.has(id)) return;
    this.#loadingHistory.add(id);
    const cursor = (older && this.#store.thread(id)?.historyCursor) || undefined;
    try {
      const page = await this.#api.history(id, { cursor, limit: HISTORY_PAGE });
      this.#store.putHistory(id, page, older);
      this.#retries.done(`history ${id}`);
    } catch (error) {
      this.#store.historyBecomes(id, "error");
      if (isPassing(error))
        this.#retries.later(
          `history ${id}`,
          () => this.#isOpen(id),
          () => void this.loadHistory(id, older),
        );
    } finally {
      this.#loadingHistory.delete(id);
    }
  }

  /** The thread's system lines come from the history: it must reach as far back as the messages shown. */
  async #historyReachesThread(id: Uuid): Promise<void> {
    for (let round = 0; round < 10; round++) {
      const thread = this.#store.thread(id);
      if (!thread || thread.historyCursor === null || thread.historyState !== "ready") return;
      const oldestShown = thread.items[0];
      const oldestFact = thread.history.at(-1);
      if (!oldestShown || !oldestFact || milliseconds(oldestFact.at) <= milliseconds(oldestShown.at)) return;
      await this.loadHistory(id, true);
    }
  }
}

/** It does not exist, or may not be seen. */
export const isMissing = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 404 || error.status === 403);
