import { type Api, ApiProblem, isPassing } from "../api/client";
import type { Note, Page, Uuid } from "../api/types";
import { milliseconds } from "../lib/instants";
import { Retries } from "./retries";
import type { InboxStore } from "./store";

const PAGE = 50;
const HISTORY_PAGE = 100;

/** Reads from the server what the open conversation shows and the store does not know, until it is there. */
export class Reading {
  readonly #api: Api;
  readonly #store: InboxStore;
  readonly #retries = new Retries();
  readonly #loadingHistory = new Set<Uuid>();
  readonly #reads = new Map<Uuid, number>();
  #open: Uuid | null = null;

  constructor(api: Api, store: InboxStore) {
    this.#api = api;
    this.#store = store;
  }

  /** The line is back: no reason to wait. */
  now(): void {
    this.#retries.now();
  }

  /** Everything may have changed. */
  again(): void {
    if (this.#open) void this.openThread(this.#open);
  }

  /** Reads again what came back into sight. */
  settle(): void {
    if (this.#store.takeRegained().includes(this.#open ?? "")) void this.openThread(this.#open!);
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
          () => this.#open === id,
          () => void this.#fetchRow(id),
        );
    }
  }

  look(id: Uuid | null): void {
    this.#open = id;
    this.#store.open(id);
    if (id !== null && this.#store.threadIsStale(id)) void this.openThread(id);
  }

  /** Reads the newest page, the notes and the history, side by side. */
  async openThread(id: Uuid): Promise<void> {
    this.#store.threadIsLoading(id, false);
    this.#store.historyIsLoading(id);
    void this.#loadNotes(id);
    if (!this.#store.conversation(id) || this.#store.threadIsStale(id)) void this.#fetchRow(id);
    const timeline = this.#api
      .timeline(id, { limit: PAGE })
      .then((page) => {
        this.#store.putTimeline(id, page, false);
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
          () => this.#open === id && this.#store.threadIsStale(id),
          () => void this.openThread(id),
        );
      });
    const before = this.#store.thread(id)?.items.length ?? 0;
    await Promise.all([timeline, this.loadHistory(id)]);
    // Read anew after a gap: as far back as it was.
    for (let round = 0; round < 10 && (this.#store.thread(id)?.items.length ?? 0) < before; round++) {
      await this.loadOlder(id);
    }
    await this.#historyReachesThread(id);
  }

  async loadOlder(id: Uuid): Promise<void> {
    const thread = this.#store.thread(id);
    const what = `older of ${id}`;
    if (!thread || thread.olderCursor === null || thread.loadingOlder || thread.state !== "ready") return;
    if (this.#retries.isWaiting(what)) return;
    this.#store.threadIsLoading(id, true);
    try {
      const page = await this.#api.timeline(id, {
        before: thread.olderCursor,
        limit: PAGE,
      });
      this.#store.putTimeline(id, page, true);
      this.#retries.done(what);
    } catch {
      this.#store.threadFailed(id);
      this.#retries.later(
        what,
        () => this.#open === id,
        () => void this.loadOlder(id),
      );
      return;
    }
    await this.#historyReachesThread(id);
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
          () => this.#open === id,
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
      this.#store.historyFailed(id);
      if (isPassing(error))
        this.#retries.later(
          `history ${id}`,
          () => this.#open === id,
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

const isMissing = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 404 || error.status === 403);
