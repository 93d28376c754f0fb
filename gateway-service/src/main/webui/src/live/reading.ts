import { type Api, isPassing } from "../api/client";
import type { Uuid } from "../api/types";
import { type Found, type Otherwise, isMissing, ThreadReading } from "./readingThread";
import { Retries } from "./retries";
import type { InboxStore } from "./store";

/** Reads from the server what the open conversation shows and the store does not know, until it is there. */
export class Reading {
  readonly #api: Api;
  readonly #store: InboxStore;
  readonly #retries = new Retries();
  readonly #thread: ThreadReading;
  readonly #reads = new Map<Uuid, { sequence: number; asResponder: boolean }>();
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

  openThread = (id: Uuid): Promise<void> => this.#thread.open(id);
  loadOlder = (id: Uuid): Promise<void> => this.#thread.load(id, "older");
  loadNewer = (id: Uuid): Promise<void> => this.#thread.load(id, "newer");
  loadHistory = (id: Uuid, older = false): Promise<void> => this.#thread.loadHistory(id, older);
  showMessage = (id: Uuid, messageId: Uuid, otherwise?: Otherwise): Promise<Found> =>
    this.#thread.showMessage(id, messageId, otherwise);

  /**
   * The open conversation is in front of a person. Its responder says so although he read it before: customers may see
   * only what he reads.
   */
  markRead(id: Uuid, sequence: number): void {
    const known = this.#store.conversation(id);
    if (!known) return;
    const before = this.#reads.get(id);
    const asResponder = known.assignee?.id === this.#store.me;
    const isNew = sequence > (before?.sequence ?? 0);
    if (!isNew && (!asResponder || before?.asResponder)) return;
    const nothingNew = known.unread === 0 && !before && !asResponder;
    const now = { sequence: Math.max(sequence, before?.sequence ?? 0), asResponder };
    this.#reads.set(id, now);
    this.#store.markRead(id, sequence);
    if (nothingNew) return;
    this.#api.read(id, now.sequence, asResponder ? known.epoch : undefined).catch((error: unknown) => {
      if (isPassing(error) && this.#reads.get(id) === now) this.#reads.delete(id);
    });
  }
}
