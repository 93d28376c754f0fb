import { type Person, type Uuid, type View, VIEWS } from "../api/types";
import type { Changes } from "./changes";
import { covers, filterOf } from "./filter";
import { ListWindow, type WindowLimits } from "./listWindow";
import type { Entry, Rows } from "./rows";

/** What of a list is read: all that is on the screen, or what stands below or above what is known. */
export type ListPart = "list" | "older" | "newer";

/** The lists, each a window of it, in the order of their last activity. */
export class Views {
  readonly #me: Uuid;
  readonly #rows: Rows;
  readonly #changes: Changes;
  readonly #limits: WindowLimits;
  readonly #windows = new Map<View, ListWindow>();
  #shown: View | null = null;
  /** The business number whose conversations they hold; `null`: those of all. */
  phoneNumberId: string | null = null;

  constructor(me: Uuid, rows: Rows, changes: Changes, limits: WindowLimits) {
    this.#limits = limits;
    this.#me = me;
    this.#rows = rows;
    this.#changes = changes;
  }

  window = (view: View): ListWindow => this.#windows.get(view) ?? this.#begin(view);

  #begin(view: View): ListWindow {
    const filter = filterOf(view, this.phoneNumberId);
    const window = new ListWindow(this.#rows, {
      covers: (row) => covers(filter, row, this.#me),
      changed: () => this.#changes.note(`v:${view}`),
      limits: this.#limits,
    });
    this.#windows.set(view, window);
    return window;
  }

  /** The list that is on the screen. */
  show(view: View, phoneNumberId: string | null): void {
    this.#shown = view;
    if (phoneNumberId === this.phoneNumberId) return;
    this.phoneNumberId = phoneNumberId;
    this.#windows.clear();
    for (const each of VIEWS) this.#changes.note(`v:${each}`);
  }

  see(ids: readonly Uuid[], atTop: boolean): void {
    if (this.#shown !== null) this.window(this.#shown).see(ids, atTop);
  }

  everythingIsStale(): void {
    for (const view of VIEWS) this.window(view).stale = true;
  }

  /** Where a conversation is listed of which only its holder is known, the list alone can say. */
  mayHold(assignee?: Person): void {
    const view = !assignee ? "unassigned" : assignee.id === this.#me ? "mine" : null;
    if (view !== null && this.window(view).isLoaded) this.window(view).stale = true;
  }

  isLoading(view: View, what: ListPart): void {
    const window = this.window(view);
    if (what === "older") window.put({ loadingOlder: true });
    else if (what === "newer") window.put({ loadingNewer: true });
    else if (window.snapshot.state !== "ready") window.put({ state: "loading" });
  }

  failed(view: View, what: ListPart): void {
    const window = this.window(view);
    if (what === "older") window.put({ loadingOlder: false });
    else if (what === "newer") window.put({ loadingNewer: false });
    else if (window.snapshot.state !== "ready") window.put({ state: "error" });
  }

  isListed = (entry: Entry): boolean => [...this.#windows.values()].some((window) => window.shows(entry));

  /** Takes in what moved. */
  takeIn(moved: ReadonlySet<Uuid>): void {
    if (moved.size > 0) for (const window of this.#windows.values()) window.merge(moved);
  }

  prune(): void {
    for (const [view, window] of this.#windows) {
      if (window.trim()) continue;
      if (view === this.#shown) window.stale = true;
      else this.#begin(view);
    }
  }
}
