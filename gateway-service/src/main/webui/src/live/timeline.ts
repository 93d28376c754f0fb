import type { Instant, Page, Settled, TimelineItem, Uuid } from "../api/types";
import { type Amendment, isRevoked, withQuoteRevoked } from "./amendments";
import {
  type Asked,
  asSegment,
  covers,
  Edges,
  extended,
  indexOf,
  joined,
  keyOf,
  type Segment,
  touch,
  withItem,
} from "./segment";
import type { StatusReport } from "./status";
import { Told } from "./told";

/** So many messages are kept in one piece; the end that is farther from the reader goes. */
const MOST = 2_000;
/** This part of them is kept of the newest while somebody reads far above. */
const NEWEST_KEPT = 0.1;
/** So much is remembered of messages that are not loaded: their page may be under way. */
const MOST_STRAYS = 500;

const NOTHING: Segment = { items: [], older: null, newer: null };

/**
 * The messages of one conversation, as far as they are loaded: one segment down from the newest, which live events
 * reach, and another one for who came to an older message. When the two meet, they are one. States go by their rank.
 */
export class Timeline {
  readonly #most: number;
  /** All that are known by their id: those in segments, and strays. */
  readonly #items = new Map<Uuid, TimelineItem>();
  /** Heard of, and not loaded: their place belongs to no segment yet. */
  readonly #strays = new Set<Uuid>();
  readonly #told = new Told();
  readonly #edges = new Edges();
  #newest: Segment | null = null;
  #elsewhere: Segment | null = null;
  /** Whether what is shown is not the newest. */
  #away = false;
  /** Something may have been missed in that other part, until it was read anew. */
  #elsewhereIsStale = false;
  /** Something may have been missed, until it was read anew. */
  #mayLack = false;
  /** The newest place in the log that was heard of. */
  lastSequence = 0;
  loading: "older" | "newer" | null = null;
  /** A message in the part that was read away from the newest: around it, that part can be read again. */
  around: Uuid | null = null;

  constructor(most = MOST) {
    this.#most = most;
  }

  has = (id: Uuid): boolean => this.#items.has(id);
  isAway = (): boolean => this.#away;
  /** What is on the screen. */
  shown = (): Segment => (this.#away ? this.#elsewhere : this.#newest) ?? NOTHING;
  /** The newest, wherever somebody is reading. */
  newest = (): readonly TimelineItem[] => this.#newest?.items ?? [];

  clear(): void {
    this.#newest = null;
    this.showNewest();
    this.lastSequence = 0;
    this.#items.clear();
    this.#strays.clear();
    this.#edges.clear();
  }

  /** Something may have been missed since the newest. */
  mayHaveMissed(): void {
    this.#mayLack = true;
    if (this.#away) this.#elsewhereIsStale = true;
    else this.#replaceElsewhere(null);
  }

  showNewest(): void {
    this.#away = false;
    this.#replaceElsewhere(null);
  }

  /** @returns whether it is loaded; then it is shown */
  show(id: Uuid): boolean {
    const item = this.#items.get(id);
    const segment = item && this.#segmentOf(item);
    // The first of what goes on above it is not shown.
    if (!segment || (segment.older !== null && segment.items[0] === item)) return false;
    this.#away = segment === this.#elsewhere;
    return true;
  }

  /**
   * The server's answer. One to a question that has been overtaken is left aside.
   *
   * @param askedAt the moment of this store: what was told of a message since then, the answer may not know
   */
  put(answer: Page<TimelineItem>, asked: Asked, askedAt: number): void {
    this.loading = null;
    const page = { ...asSegment(answer), items: answer.items.map((item) => this.#learned(item, askedAt)) };
    if ("before" in asked) this.#extend("older", asked.before, page);
    else if ("after" in asked) this.#extend("newer", asked.after, page);
    else if ("around" in asked) this.#putAround(page, asked.around);
    else this.#putNewest(page);
  }

  /** What the server says of a message; where it stands already, it is replaced. */
  #learned(item: TimelineItem, askedAt: number): TimelineItem {
    const before = this.#items.get(item.id);
    const stands = before !== undefined && this.#segmentOf(before) !== null;
    const merged = this.#merged(item, true, askedAt);
    if (stands) this.#place(merged, before);
    return merged;
  }

  #putNewest(page: Segment): void {
    const known = this.#newest;
    // After a gap, any message that was loaded before may have changed: it is read again.
    const joins = known !== null && !this.#mayLack;
    this.#mayLack = false;
    const before = this.#newest?.items ?? [];
    this.#learn(page);
    this.#newest = known && joins && touch(known, page) ? joined(known, page) : page;
    // What was heard of while the page was under way stays.
    if (!joins) for (const item of before) if (covers(page, keyOf(item))) this.#place(item);
    this.#forgetLost(before);
    this.#gather();
  }

  #putAround(page: Segment, id: Uuid): void {
    this.#learn(page);
    this.#replaceElsewhere(page);
    this.#away = true;
    this.around = id;
    this.#gather();
  }

  #replaceElsewhere(segment: Segment | null): void {
    const before = this.#elsewhere;
    this.#elsewhere = segment;
    this.#elsewhereIsStale = false;
    if (segment === null) this.around = null;
    if (before) this.#forgetLost(before.items);
  }

  #extend(where: "older" | "newer", cursor: string, page: Segment): void {
    const elsewhere = this.#elsewhere?.[where] === cursor;
    const segment = elsewhere ? this.#elsewhere : this.#newest;
    if (!segment || segment[where] !== cursor) {
      this.#forgetLost(page.items);
      return;
    }
    this.#learn(page);
    if (elsewhere) this.#elsewhere = extended(segment, where, page);
    else this.#newest = extended(segment, where, page);
    this.#gather();
    this.#bound(where);
  }

  #learn(page: Segment): void {
    this.#edges.learn(page);
    for (const { id } of page.items) this.#strays.delete(id);
  }

  /** What is known takes its place in what is loaded now; two parts that meet become one. */
  #gather(): void {
    for (const id of [...this.#strays]) this.#place(this.#items.get(id)!);
    const [newest, elsewhere] = [this.#newest, this.#elsewhere];
    if (!elsewhere || this.#elsewhereIsStale) return;
    if (newest ? touch(newest, elsewhere) : elsewhere.newer === null) {
      this.#newest = newest ? joined(newest, elsewhere) : elsewhere;
      this.#elsewhere = null;
      this.#away = false;
      this.around = null;
    }
  }

  /** Keeps it within bounds, after it has grown on one side. */
  #bound(grown: "older" | "newer"): void {
    const shown = this.shown();
    if (shown.items.length <= this.#most) return;
    if (grown === "newer" || this.#away) {
      const kept =
        grown === "newer" ? this.#edges.newest(shown, this.#most) : this.#edges.oldest(shown, this.#most);
      if (!kept) return;
      if (this.#away) this.#elsewhere = kept;
      else this.#newest = kept;
    } else {
      const newest =
        this.#edges.newest(shown, this.#most * NEWEST_KEPT) ?? this.#edges.newest(shown, this.#most / 2);
      const above = shown.items.length - (newest?.items.length ?? 0);
      const read = this.#edges.oldest(shown, Math.min(above, this.#most));
      if (!read || !newest) return;
      this.#elsewhere = read;
      this.#newest = newest;
      this.#away = true;
      this.around = read.items[0]!.id;
    }
    this.#forgetLost(shown.items);
  }

  #forgetLost(items: readonly TimelineItem[]): void {
    for (const { id } of items) {
      const item = this.#items.get(id);
      if (!item || this.#strays.has(id) || this.#segmentOf(item)) continue;
      this.#items.delete(id);
      this.#edges.forget(id);
      this.#told.outlives(item);
    }
  }

  /** The segment in which it stands. */
  #segmentOf(item: TimelineItem): Segment | null {
    for (const segment of [this.#newest, this.#elsewhere]) {
      if (segment?.items[indexOf(segment.items, keyOf(item))]?.id === item.id) return segment;
    }
    return null;
  }

  /** Puts it where it belongs, if that place is loaded. */
  #place(item: TimelineItem, before?: TimelineItem): void {
    const key = keyOf(item);
    for (const where of ["newest", "elsewhere"] as const) {
      const segment = where === "newest" ? this.#newest : this.#elsewhere;
      if (!segment || !covers(segment, key)) continue;
      const changed = withItem(segment, item, before ?? item);
      if (where === "newest") this.#newest = changed;
      else this.#elsewhere = changed;
      this.#strays.delete(item.id);
      return;
    }
    this.#strays.add(item.id);
    for (const id of this.#strays) {
      if (this.#strays.size <= MOST_STRAYS) break;
      this.#strays.delete(id);
      this.#items.delete(id);
    }
  }

  /** `authoritative`: the server's answer, which knows more than an event. */
  merge(item: TimelineItem, authoritative: boolean): void {
    const before = this.#items.get(item.id);
    this.#place(this.#merged(item, authoritative, 0), before);
    if (!this.#away && (this.#newest?.items.length ?? 0) > this.#most * (1 + NEWEST_KEPT))
      this.#bound("newer");
  }

  #merged(item: TimelineItem, authoritative: boolean, askedAt: number): TimelineItem {
    const merged = this.#told.merged(item, this.#items.get(item.id), authoritative, askedAt);
    this.#items.set(item.id, merged);
    this.lastSequence = Math.max(this.lastSequence, item.sequence);
    return merged;
  }

  /** @returns whether something that is loaded changed */
  report(id: Uuid, report: StatusReport): boolean {
    return this.#becomes(this.#told.report(id, report, this.#items.get(id)));
  }

  /** @returns whether something that is loaded changed */
  settle(id: Uuid, settled: Settled): boolean {
    return this.#becomes(this.#told.settle(id, settled, this.#items.get(id)));
  }

  /**
   * @param at when it became so
   * @param heard the moment of this store
   * @returns whether something that is loaded changed
   */
  amend(id: Uuid, amendment: Amendment, at: Instant, heard: number): boolean {
    const news = this.#told.amend(id, amendment, at, heard);
    if (news === null) return false;
    const quoting = isRevoked(amendment)
      ? [...this.#items.values()].filter(({ quoted }) => quoted?.messageId === id)
      : [];
    for (const item of quoting) this.#becomes(withQuoteRevoked(item));
    const item = this.#items.get(id);
    return this.#becomes(item ? { ...item, ...news } : null) || quoting.length > 0;
  }

  #becomes(item: TimelineItem | null): boolean {
    if (item === null) return false;
    const before = this.#items.get(item.id);
    this.#items.set(item.id, item);
    this.#place(item, before);
    return true;
  }
}
