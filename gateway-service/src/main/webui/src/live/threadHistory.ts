import type { HistoryItem, Page } from "../api/types";
import { milliseconds, sortable } from "../lib/instants";

/** The same fact has one key, whether it came by the live feed or was read from the server. */
const keyOf = (item: HistoryItem): string => {
  switch (item.kind) {
    case "customer-wrote":
    case "replied":
    case "replied-anyway":
    case "delivery-failed":
    case "delivery-unknown":
    case "answer-settled-arrived":
    case "answer-sent-again":
      return `${item.kind} ${item.messageId}`;
    case "note-added":
    case "note-deleted":
      return `${item.kind} ${item.noteId}`;
    default:
      return `${item.kind} ${milliseconds(item.at)} ${item.noteId ?? item.messageId ?? ""}`;
  }
};

/** Who did what in one conversation, as far back as it was read. */
export class ThreadHistory {
  readonly #items = new Map<string, HistoryItem>();
  #horizon: string | null = null;
  /** In order, until something is added. */
  #shown: HistoryItem[] | null = null;
  state: "loading" | "ready" | "error" = "loading";
  cursor: string | null = null;

  /** Newest first. */
  shown(): HistoryItem[] {
    const from = this.#horizon ?? "";
    return (this.#shown ??= [...this.#items.values()]
      .filter((item) => sortable(item.at) >= from)
      .sort((a, b) => (sortable(a.at) + keyOf(a) < sortable(b.at) + keyOf(b) ? 1 : -1)));
  }

  clear(): void {
    this.#shown = null;
    this.#horizon = null;
    this.#items.clear();
  }

  /** What was read stays, whatever comes of the next question. */
  becomes(state: "loading" | "error"): void {
    if (this.#horizon === null) this.state = state;
  }

  put(page: Page<HistoryItem>, older: boolean): void {
    this.#shown = null;
    const last = page.items.at(-1);
    const horizon = !page.nextCursor || !last ? "" : sortable(last.at);
    if (older || this.#horizon === null || !page.items.some((item) => this.#items.has(keyOf(item)))) {
      this.#horizon = horizon;
      this.cursor = page.nextCursor ?? null;
    }
    for (const item of page.items) this.#items.set(keyOf(item), item);
    this.state = "ready";
  }

  /** @returns whether it is news */
  add(item: HistoryItem): boolean {
    const key = keyOf(item);
    if (this.#items.has(key)) return false;
    this.#shown = null;
    this.#items.set(key, item);
    return true;
  }
}
