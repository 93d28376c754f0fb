import { type Conversation, type Page, type Person, type Uuid, type View, VIEWS } from "../api/types";
import type { Changes } from "./changes";
import { type Entry, keyOf, type Rows } from "./rows";

export interface ViewSnapshot {
  ids: readonly Uuid[];
  state: "idle" | "loading" | "ready" | "error";
  hasMore: boolean;
  loadingMore: boolean;
  /** Where the loaded part ends, for the next page. */
  cursor: string | null;
}

interface ViewState {
  snapshot: ViewSnapshot;
  /** Rows that sort after this have not been loaded. `null`: nothing was loaded, "": everything was. */
  horizon: string | null;
  stale: boolean;
}

/** A list that is not on the screen, or of which only the top is, is not kept when it is longer. */
const MAX_LIST = 2_000;

const nothingLoaded = (): ViewState => ({
  snapshot: { ids: [], state: "idle", hasMore: false, loadingMore: false, cursor: null },
  horizon: null,
  stale: true,
});

export const belongs = (row: Conversation, view: View, me: Uuid): boolean => {
  switch (view) {
    case "mine":
      return row.status === "open" && row.assignee?.id === me;
    case "unassigned":
      return row.status === "open" && !row.assignee;
    case "all":
      return row.status === "open";
    case "resolved":
      return row.status === "resolved";
  }
};

/** The lists: which rows belong to each, as far down as it was read, in the order of their last activity. */
export class Views {
  readonly #me: Uuid;
  readonly #rows: Rows;
  readonly #changes: Changes;
  readonly #states = new Map<View, ViewState>();
  #shown: View | null = null;

  constructor(me: Uuid, rows: Rows, changes: Changes) {
    this.#me = me;
    this.#rows = rows;
    this.#changes = changes;
  }

  #state(view: View): ViewState {
    let state = this.#states.get(view);
    if (!state) this.#states.set(view, (state = nothingLoaded()));
    return state;
  }

  snapshot = (view: View): ViewSnapshot => this.#state(view).snapshot;
  isStale = (view: View): boolean => this.#state(view).stale;
  /** Where the loaded part of a list ends. */
  endOf = (view: View): string | null => this.#state(view).horizon;

  /** The list that is on the screen. */
  show(view: View): void {
    this.#shown = view;
  }

  everythingIsStale(): void {
    for (const view of VIEWS) this.#state(view).stale = true;
  }

  /** Where a conversation is listed of which only its holder is known, the list alone can say. */
  mayHold(assignee?: Person): void {
    const view = !assignee ? "unassigned" : assignee.id === this.#me ? "mine" : null;
    if (view !== null && this.#state(view).horizon !== null) this.#state(view).stale = true;
  }

  isLoading(view: View, more: boolean): void {
    const { snapshot } = this.#state(view);
    const loading = snapshot.state === "ready" ? "ready" : "loading";
    this.#put(view, more ? { loadingMore: true } : { state: loading });
  }

  failed(view: View): void {
    const ready = this.#state(view).snapshot.state === "ready";
    this.#put(view, { state: ready ? "ready" : "error", loadingMore: false });
  }

  #put(view: View, news: Partial<ViewSnapshot>): void {
    const state = this.#state(view);
    state.snapshot = { ...state.snapshot, ...news };
    this.#changes.note(`v:${view}`);
  }

  /**
   * `after`: where the page before it ends, `null` for the first. `more`: the list is read anew and other pages follow,
   * so what was loaded behind this one stays until then.
   *
   * @returns where this page ends
   */
  putPage(
    view: View,
    page: Page<Conversation>,
    { after, more, askedAt }: { after: string | null; more: boolean; askedAt: number },
  ): string {
    const last = page.items.at(-1);
    const horizon = !page.nextCursor || !last ? "" : keyOf(last.id, last.lastActivityAt);
    const listed = new Set(page.items.map((row) => row.id));
    // A row that we believe here, that the server does not list here, and that did not change since we asked: ask.
    for (const entry of this.#rows.all()) {
      if (listed.has(entry.row.id) || entry.touched > askedAt || !belongs(entry.row, view, this.#me))
        continue;
      if (entry.key >= horizon && (after === null || entry.key < after)) this.#rows.doubt(entry);
    }
    for (const row of page.items) this.#rows.mergeRow(row, askedAt);
    const state = this.#state(view);
    const known = more && state.horizon !== null && state.horizon < horizon;
    if (!known) state.horizon = horizon;
    state.stale = more;
    this.#put(view, {
      ids: this.#sorted(view),
      state: "ready",
      loadingMore: false,
      ...(known ? {} : { hasMore: !!page.nextCursor, cursor: page.nextCursor ?? null }),
    });
    return horizon;
  }

  isListed = (entry: Entry): boolean => VIEWS.some((view) => this.#shows(view, entry));

  #shows(view: View, entry: Entry): boolean {
    const { horizon } = this.#state(view);
    return horizon !== null && entry.key >= horizon && belongs(entry.row, view, this.#me);
  }

  #sorted(view: View): Uuid[] {
    return [...this.#rows.all()]
      .filter((entry) => this.#shows(view, entry))
      .sort((a, b) => (a.key < b.key ? 1 : -1))
      .map((entry) => entry.row.id);
  }

  /** Takes in what moved: one pass over each list however many of its rows did. */
  takeIn(moved: ReadonlySet<Uuid>): void {
    if (moved.size > 0) for (const view of VIEWS) this.#merge(view, moved);
  }

  #merge(view: View, moved: ReadonlySet<Uuid>): void {
    const state = this.#state(view);
    if (state.horizon === null) return;
    const { ids } = state.snapshot;
    const fresh: Entry[] = [];
    for (const id of moved) {
      const entry = this.#rows.get(id);
      if (entry && this.#shows(view, entry)) fresh.push(entry);
    }
    fresh.sort((a, b) => (a.key < b.key ? 1 : -1));
    const merged: Uuid[] = [];
    let next = 0;
    for (const id of ids) {
      if (moved.has(id)) continue;
      const key = this.#rows.get(id)?.key ?? "";
      for (let entry = fresh[next]; entry && entry.key > key; entry = fresh[++next])
        merged.push(entry.row.id);
      merged.push(id);
    }
    for (; next < fresh.length; next++) merged.push(fresh[next]!.row.id);
    if (merged.length === ids.length && merged.every((id, index) => id === ids[index])) return;
    this.#put(view, { ids: merged });
  }

  /** It has grown by what came in, and the operator looks at its top: less of it will do. */
  isTooLong(view: View): boolean {
    const { ids } = this.#state(view).snapshot;
    if (ids.length <= MAX_LIST) return false;
    return this.#rows.isSeenDownTo(this.#rows.get(ids[MAX_LIST / 4] ?? "")?.key ?? "");
  }

  prune(): void {
    for (const view of VIEWS) {
      const state = this.#state(view);
      if (state.snapshot.ids.length <= MAX_LIST) continue;
      if (view === this.#shown) state.stale ||= this.isTooLong(view);
      else this.#states.set(view, nothingLoaded());
    }
  }
}
