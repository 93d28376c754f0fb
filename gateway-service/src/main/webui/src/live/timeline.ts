import type { Page, Settled, TimelineItem, Uuid } from "../api/types";
import { placeOf } from "./rows";
import { isLater, type StatusReport } from "./status";

/** Where it stands in its thread. */
const keyOf = (item: TimelineItem): string => placeOf(item.at, item.sequence);

/** The messages of one conversation, from the newest down to where they were read. By id, states by their rank. */
export class Timeline {
  readonly #items = new Map<Uuid, TimelineItem>();
  readonly #early = new Map<Uuid, StatusReport>();
  /** What was decided about messages in doubt. */
  readonly #settled = new Map<Uuid, Settled>();
  /** Items before this place have not been loaded, so those that are known there are not shown yet. */
  #horizon: string | null = null;
  /** The place in the log after which something may have been missed, until it was read anew. */
  #gapAfter: number | null = null;
  olderCursor: string | null = null;
  loadingOlder = false;

  has = (id: Uuid): boolean => this.#items.has(id);

  /** From when on everything is shown, in the form in which times are sorted. */
  shownFrom = (): string => (this.#horizon === "" ? "" : (this.#horizon ?? "~").split(" ")[0]!);

  /** What is shown, in order, and the newest place in the log. */
  shown(): { items: TimelineItem[]; lastSequence: number } {
    const horizon = this.#horizon ?? "~";
    let lastSequence = 0;
    const keyed: [string, TimelineItem][] = [];
    for (const item of this.#items.values()) {
      if (item.sequence > lastSequence) lastSequence = item.sequence;
      const key = keyOf(item);
      if (key >= horizon) keyed.push([key, item]);
    }
    keyed.sort(([a], [b]) => (a < b ? -1 : 1));
    return { items: keyed.map(([, item]) => item), lastSequence };
  }

  clear(): void {
    this.#horizon = null;
    this.#items.clear();
  }

  /** Something may have been missed since the newest. */
  mayHaveMissed(): void {
    let newest = 0;
    for (const item of this.#items.values()) newest = Math.max(newest, item.sequence);
    this.#gapAfter ??= newest;
  }

  put(page: Page<TimelineItem>, older: boolean): void {
    const first = page.items[0];
    const horizon = !page.nextCursor || !first ? "" : keyOf(first);
    // After a gap, what was loaded before joins on only if nothing new, and no change of a state, can be missing in it.
    const joins =
      this.#gapAfter === null ||
      (hasAllSince(page.items, this.#gapAfter) &&
        [...this.#items.values()].every((item) => isSettled(item) || keyOf(item) >= horizon));
    if (older || !joins || this.#horizon === null || horizon < this.#horizon) {
      this.#horizon = horizon;
      this.olderCursor = page.nextCursor ?? null;
    }
    if (!older) this.#gapAfter = null;
    for (const item of page.items) this.merge(item, true);
    this.loadingOlder = false;
  }

  /** `authoritative`: the server's answer, which knows more than an event. */
  merge(item: TimelineItem, authoritative: boolean): void {
    const known = this.#items.get(item.id);
    let merged = known && !authoritative ? known : item;
    for (const report of [known, this.#early.get(item.id), item]) {
      if (report && isLater(report.status, merged.status)) {
        merged = { ...merged, status: report.status, statusAt: report.statusAt, error: report.error };
      }
    }
    this.#early.delete(item.id);
    const settled = item.settled ?? known?.settled ?? this.#settled.get(item.id);
    this.#items.set(item.id, settled ? { ...merged, settled } : merged);
  }

  /** @returns whether something that is shown changed */
  report(messageId: Uuid, report: StatusReport): boolean {
    const item = this.#items.get(messageId);
    if (item) {
      if (!isLater(report.status, item.status)) return false;
      this.#items.set(messageId, { ...item, ...report });
      return true;
    }
    const early = this.#early.get(messageId);
    if (!early || isLater(report.status, early.status)) this.#early.set(messageId, report);
    return false;
  }

  /**
   * It is decided once, and may be heard before its message.
   *
   * @returns whether something that is shown changed
   */
  settle(messageId: Uuid, settled: Settled): boolean {
    this.#settled.set(messageId, settled);
    const item = this.#items.get(messageId);
    if (!item || item.settled) return false;
    this.#items.set(messageId, { ...item, settled });
    return true;
  }
}

/** Nothing will be told of it any more. */
const isSettled = ({ direction, status }: TimelineItem): boolean =>
  direction === "inbound" || status === "read" || status === "played";

/** The log has no holes: if this page has every place after `sequence`, what was known before it joins on. */
const hasAllSince = (items: readonly TimelineItem[], sequence: number): boolean => {
  const since = items.filter((item) => item.sequence > sequence);
  return since.every((item) => item.sequence <= sequence + since.length);
};
