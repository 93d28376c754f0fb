import { type Api, ApiProblem } from "../api/client";
import type { Uuid, View } from "../api/types";
import { Retries } from "./retries";
import { placeOf, type Read } from "./spans";
import type { InboxStore } from "./store";

const PAGE = 50;
const REREAD_PAGE = 100;
const MOST_PAGES = 20;
/** What makes a list be read anew rarely comes alone. */
const REREAD_AFTER = 400;
const ROWS_AT_ONCE = 50;
const ROWS = "rows";

/** Reads the lists, and the rows that they lack, until they are there. */
export class Lists {
  readonly #api: Api;
  readonly #store: InboxStore;
  readonly #retries = new Retries();
  readonly #toFetch = new Set<Uuid>();
  #fetching = false;
  readonly #jumping = new Set<View>();
  #shown: View | null = null;
  #rereading: ReturnType<typeof setTimeout> | undefined;

  constructor(api: Api, store: InboxStore) {
    this.#api = api;
    this.#store = store;
  }

  /** The line is back: no reason to wait. */
  now(): void {
    this.#retries.now();
  }

  /** Everything may have changed: read again what is on the screen; the rest when it is looked at. */
  again(): void {
    if (this.#shown) void this.load(this.#shown);
    this.settle();
  }

  /** Asks for what the store found that it is missing. */
  settle(): void {
    const view = this.#shown;
    if (view && this.#store.isStale(view) && this.#store.view(view).state === "ready") this.#rereadSoon(view);
    for (const id of this.#store.takeWanted()) this.#toFetch.add(id);
    void this.#fetchRows();
  }

  show(view: View, phoneNumberId: string | null): void {
    this.#shown = view;
    this.#store.show(view, phoneNumberId);
    if (this.#store.isStale(view) && this.#store.view(view).state !== "loading") void this.load(view);
  }

  /** These rows are on the screen now; `atTop`: nothing stands above them. */
  see(ids: readonly Uuid[], atTop: boolean): void {
    this.#store.see(ids, atTop);
    this.settle();
  }

  #rereadSoon(view: View): void {
    this.#rereading ??= setTimeout(() => {
      this.#rereading = undefined;
      if (this.#shown === view && this.#store.isStale(view)) void this.load(view);
    }, REREAD_AFTER);
  }

  /** Reads a list anew where it is looked at; what is shown stays until it is known better. */
  async load(view: View): Promise<void> {
    const { from, down } = this.#store.placeToRead(view);
    await this.#read(view, from, { down });
  }

  /** Reads a list where it was scrolled to, above what is known of it. */
  async loadAt(view: View, index: number): Promise<void> {
    if (this.#jumping.has(view) || this.#retries.isWaiting(`list ${view}`)) return;
    this.#jumping.add(view);
    const { from, at } = this.#store.placeAt(view, index);
    await this.#read(view, from, { down: null, at }).finally(() => this.#jumping.delete(view));
  }

  async #read(view: View, from: string | null, how: { down: string | null; at?: number }): Promise<void> {
    const what = `list ${view}`;
    const { phoneNumberId } = this.#numberNow();
    this.#store.viewIsLoading(view, "list");
    try {
      const reads = await this.#pages(view, from, how.down);
      if (this.#isOther(phoneNumberId)) return;
      // Nothing is left down there.
      const isGone = from !== null && reads[0]!.page.items.length === 0;
      if (isGone) return await this.#read(view, null, { down: null });
      this.#store.putPages(view, reads, how.at);
      this.#retries.done(what);
    } catch (error) {
      if (this.#isOther(phoneNumberId)) return;
      if (from !== null && isOfNoUse(error)) return await this.#read(view, null, { down: null });
      this.#store.viewFailed(view, "list");
      this.#retries.later(
        what,
        () => this.#shown === view && this.#store.isStale(view),
        () => void this.load(view),
      );
    }
    this.settle();
  }

  async #pages(view: View, from: string | null, down: string | null): Promise<Read[]> {
    const limit = down === null ? PAGE : REREAD_PAGE;
    const reads: Read[] = [];
    for (let cursor: string | null | undefined = from; cursor !== undefined && reads.length < MOST_PAGES;) {
      const askedAt = this.#store.moment();
      const page = await this.#api.conversations({
        ...{ view, limit, ...this.#numberNow() },
        cursor: cursor ?? undefined,
      });
      reads.push({ from: cursor, page, askedAt });
      if (down === null || placeOf(page.items.at(-1)) <= down) break;
      cursor = page.nextCursor;
    }
    return reads;
  }

  loadOlder = (view: View): Promise<void> => this.#loadBeyond(view, "older");
  loadNewer = (view: View): Promise<void> => this.#loadBeyond(view, "newer");

  async #loadBeyond(view: View, part: "older" | "newer"): Promise<void> {
    const { state, [part]: cursor, loadingOlder, loadingNewer } = this.#store.view(view);
    const isLoading = part === "older" ? loadingOlder : loadingNewer;
    const what = `${part} of ${view}`;
    if (cursor === null || isLoading || state !== "ready" || this.#retries.isWaiting(what)) return;
    const { phoneNumberId } = this.#numberNow();
    this.#store.viewIsLoading(view, part);
    const askedAt = this.#store.moment();
    try {
      const page = await this.#api.conversations({
        ...{ view, limit: PAGE, ...this.#numberNow() },
        ...(part === "older" ? { cursor } : { newer: cursor }),
      });
      if (this.#isOther(phoneNumberId)) return;
      this.#store.putBeyond(view, part, cursor, { page, askedAt });
      this.#retries.done(what);
    } catch (error) {
      if (this.#isOther(phoneNumberId)) return;
      this.#store.viewFailed(view, part);
      if (isOfNoUse(error)) return await this.#read(view, null, { down: null });
      this.#retries.later(
        what,
        () => this.#shown === view,
        () => void this.#loadBeyond(view, part),
      );
    }
    this.settle();
  }

  #numberNow(): { phoneNumberId?: string } {
    const phoneNumberId = this.#store.phoneNumberId();
    return phoneNumberId === null ? {} : { phoneNumberId };
  }

  /** Another number was chosen since: what comes of this one is of no use. */
  #isOther = (phoneNumberId: string | undefined): boolean =>
    (phoneNumberId ?? null) !== this.#store.phoneNumberId();

  // ── Rows that are on the screen, and of which too little is known ──────────────────────────────────────────

  async #fetchRows(): Promise<void> {
    if (this.#fetching || this.#toFetch.size === 0 || this.#retries.isWaiting(ROWS)) return;
    const ids = [...this.#toFetch].slice(0, ROWS_AT_ONCE);
    for (const id of ids) this.#toFetch.delete(id);
    const askedAt = this.#store.moment();
    this.#fetching = true;
    try {
      const { items } = await this.#api.rows(ids);
      this.#store.putRows(ids, items, askedAt);
      this.#retries.done(ROWS);
    } catch {
      for (const id of ids) this.#toFetch.add(id);
      this.#retries.later(
        ROWS,
        () => true,
        () => void this.#fetchRows(),
      );
    } finally {
      this.#fetching = false;
    }
    void this.#fetchRows();
  }
}

const isOfNoUse = (error: unknown): boolean =>
  error instanceof ApiProblem && error.reasonKey === "invalid-cursor";
