import type { Conversation, Page, Uuid } from "../api/types";
import { bisect } from "../lib/bisect";
import { Arrivals } from "./arrivals";
import type { Entry, Rows } from "./rows";
import { placeOf, type Read, type Span, spanOf } from "./spans";
import { NOTHING, type ViewSnapshot } from "./viewSnapshot";

export interface WindowLimits {
  /** More rows of a list are not kept: the far end is dropped, page by page, and read again on the way back. */
  most: number;
  /** So many rows below the top page, what comes in there is only counted. */
  far: number;
}

export const LIMITS: WindowLimits = { most: 2_000, far: 100 };

/**
 * A window of one list. It begins where a page began and ends where one ended; what belongs between the two is in it, also
 * when only an event told of it.
 */
export class ListWindow {
  readonly #rows: Rows;
  readonly #covers: (row: Conversation) => boolean;
  readonly #changed: () => void;
  readonly #limits: WindowLimits;
  #spans: Span[] = [];
  /** Pages above that were dropped: how many rows stood above each, and how to ask for it again. */
  #trail: { at: number; from: string }[] = [];
  #seen: { first: string; last: string } | null = null;
  readonly #arrivals = new Arrivals();
  snapshot = NOTHING;
  stale = true;

  constructor(
    rows: Rows,
    how: { covers: (row: Conversation) => boolean; changed: () => void; limits: WindowLimits },
  ) {
    this.#rows = rows;
    this.#covers = how.covers;
    this.#changed = how.changed;
    this.#limits = how.limits;
  }

  get isLoaded(): boolean {
    return this.#spans.length > 0;
  }

  /** Rows above this are not in it; `null`: it begins with the list. */
  get #top(): string | null {
    const first = this.#spans[0];
    return first?.newer ? first.first : null;
  }

  get #bottom(): string {
    const last = this.#spans.at(-1);
    return last?.older ? last.last : "";
  }

  shows = (entry: Entry): boolean => this.#reaches(entry.key) && this.#covers(entry.row);

  #reaches(key: string): boolean {
    const top = this.#top;
    return this.isLoaded && key >= this.#bottom && (top === null || key <= top);
  }

  /** The open row stays in sight when it moves to a top that is not. */
  #keeps = (entry: Entry): boolean =>
    this.shows(entry) ||
    (this.#rows.isOpen(entry.row.id) &&
      this.isLoaded &&
      entry.key >= this.#bottom &&
      this.snapshot.ids.includes(entry.row.id) &&
      this.#covers(entry.row));

  put(news: Partial<ViewSnapshot>): void {
    const { newer = null } = this.#spans[0] ?? {};
    const { older = null } = this.#spans.at(-1) ?? {};
    this.snapshot = { ...this.snapshot, ...news, older, newer, arrived: this.#arrivals.count };
    this.#changed();
  }

  // ── What is looked at ──────────────────────────────────────────────────────────────────────────────────────

  /** Which of its rows are on the screen, the open one aside: that may stand where it does not belong. */
  see(ids: readonly Uuid[], atTop: boolean): void {
    const first = this.#keyOf(ids[0]);
    this.#seen = first === "" ? null : { first, last: this.#keyOf(ids.at(-1)) };
    this.#arrivals.isLookedAt = atTop && this.#top === null;
    this.#lookAtTop();
  }

  #lookAtTop(): void {
    if (!this.#arrivals.isLookedAt || this.#top !== null) return;
    if (this.#arrivals.look(this.#keyOf(this.snapshot.ids[0]))) this.put({});
  }

  /** From where to read it anew, and down to where: what is seen of it. */
  placeToRead(): { from: string | null; down: string | null } {
    if (!this.#seen) return { from: null, down: null };
    const { first, last } = this.#seen;
    const seen = this.#spans.findIndex((span) => span.last <= first);
    if (seen > 1 || this.#top !== null)
      for (const { from } of this.#spans.slice(seen)) if (from !== undefined) return { from, down: last };
    return { from: null, down: last };
  }

  /** The page that was dropped above and holds the row at this index, or comes before it. */
  placeAt(index: number): { from: string | null; at: number } {
    return this.#trail.findLast(({ at }) => at <= index) ?? { from: null, at: 0 };
  }

  // ── What the server answered ───────────────────────────────────────────────────────────────────────────────

  /** The list was read anew. `at`: how many rows stand above it, when that is known. */
  putPages(reads: readonly Read[], at?: number): void {
    const spans: Span[] = [];
    let above: string | null = null;
    for (const { from, page, askedAt } of reads) {
      const bottom = page.nextCursor ? placeOf(page.items.at(-1)) : "";
      const top = above ?? (from === null ? null : placeOf(page.items[0]));
      const below = above;
      this.#takeIn(
        page,
        askedAt,
        (key) => key >= bottom && (below ? key < below : top === null || key <= top),
      );
      if (page.items.length > 0 || spans.length === 0) spans.push(spanOf(page, from));
      else spans.at(-1)!.older = null;
      above = placeOf(page.items.at(-1)) || above;
    }
    const before = this.snapshot;
    const top = spans[0]?.newer ? spans[0].first : null;
    for (const span of this.#spans) {
      if (top === null || span.first <= top || typeof span.from !== "string") continue;
      this.#trail.push({ at: before.above + this.#indexOf(span.first), from: span.from });
    }
    const skipped = top === null ? 0 : (at ?? before.above + this.#indexOf(top));
    this.#spans = spans;
    this.stale = false;
    this.#update(skipped, { state: "ready", loadingOlder: false, loadingNewer: false });
  }

  putOlder(cursor: string, { page, askedAt }: Omit<Read, "from">): void {
    const end = this.#spans.at(-1);
    if (end?.older !== cursor) return;
    const bottom = page.nextCursor ? placeOf(page.items.at(-1)) : "";
    this.#takeIn(page, askedAt, (key) => key < end.last && key >= bottom);
    if (page.items.length > 0) this.#spans.push(spanOf(page, cursor));
    else end.older = null;
    this.#update(this.snapshot.above, { loadingOlder: false });
  }

  putNewer(cursor: string, { page, askedAt }: Omit<Read, "from">): void {
    const begin = this.#spans[0];
    if (begin?.newer !== cursor) return;
    const top = page.previousCursor ? placeOf(page.items[0]) : null;
    this.#takeIn(page, askedAt, (key) => key > begin.first && (top === null || key <= top));
    if (page.items.length > 0) {
      this.#spans.unshift(spanOf(page, page.previousCursor ? undefined : null));
      begin.from = page.nextCursor;
    } else begin.newer = begin.from = null;
    const ids = this.#collect();
    const added = ids.length - this.snapshot.ids.length;
    this.#update(top === null ? 0 : Math.max(0, this.snapshot.above - added), { ids, loadingNewer: false });
  }

  #takeIn(page: Page<Conversation>, askedAt: number, isOfPage: (key: string) => boolean): void {
    const listed = new Set(page.items.map((row) => row.id));
    // A row that we believe here, that the server does not list here, and that did not change since we asked: ask.
    for (const entry of this.#rows.all())
      if (
        isOfPage(entry.key) &&
        entry.touched <= askedAt &&
        !listed.has(entry.row.id) &&
        this.#covers(entry.row)
      )
        this.#rows.doubt(entry);
    for (const row of page.items) this.#rows.mergeRow(row, askedAt);
  }

  #update(above: number, news: Partial<ViewSnapshot>): void {
    this.#trail = this.#trail.filter(({ at }) => at < above);
    this.put({ ids: news.ids ?? this.#collect(), ...news, above });
    this.#lookAtTop();
  }

  #collect(): Uuid[] {
    return [...this.#rows.all()]
      .filter(this.#keeps)
      .sort((a, b) => (a.key < b.key ? 1 : -1))
      .map((entry) => entry.row.id);
  }

  // ── What moved ─────────────────────────────────────────────────────────────────────────────────────────────

  /** One pass over the list, however many of its rows moved. */
  merge(moved: ReadonlySet<Uuid>): void {
    if (!this.isLoaded) return;
    const { ids, above, arrived } = this.snapshot;
    const fresh: Entry[] = [];
    for (const id of moved) {
      const entry = this.#rows.get(id);
      const isOf = entry && !this.#rows.isOpen(id) && this.#covers(entry.row);
      this.#arrivals.hear(id, isOf ? entry.key : null);
      if (entry && this.#keeps(entry)) fresh.push(entry);
    }
    fresh.sort((a, b) => (a.key < b.key ? 1 : -1));
    const merged: Uuid[] = [];
    let next = 0;
    // What left from above the screen stands above the window now: what is on the screen stays where it is.
    let left = 0;
    let isAboveScreen = this.#top !== null && this.#seen !== null;
    for (const id of ids) {
      if (moved.has(id)) {
        if (isAboveScreen) left++;
        continue;
      }
      const key = this.#keyOf(id);
      for (let entry = fresh[next]; entry && entry.key > key; entry = fresh[++next]) {
        if (isAboveScreen) left--;
        merged.push(entry.row.id);
      }
      merged.push(id);
      isAboveScreen &&= key > this.#seen!.first;
    }
    for (; next < fresh.length; next++) merged.push(fresh[next]!.row.id);
    const same = merged.length === ids.length && merged.every((id, index) => id === ids[index]);
    if (same && arrived === this.#arrivals.count) return;
    this.put(same ? {} : { ids: merged, above: Math.max(0, above + left) });
    this.#lookAtTop();
  }

  // ── What is too much ───────────────────────────────────────────────────────────────────────────────────────

  /** Drops what is too far from the screen. @returns false when it is too long still: only reading it anew helps */
  trim(): boolean {
    const second = this.#spans[1];
    if (this.#seen && this.#top === null && second)
      if (this.#indexOf(this.#seen.first) >= this.#indexOf(second.first) + this.#limits.far) this.#dropTop();
    while (this.snapshot.ids.length > this.#limits.most) if (!this.#dropFarEnd()) return false;
    return true;
  }

  #dropFarEnd(): boolean {
    const { ids } = this.snapshot;
    const above = this.#seen ? this.#indexOf(this.#seen.first) : 0;
    const below = this.#seen ? ids.length - this.#indexOf(this.#seen.last) : ids.length;
    return above > below ? this.#dropTop() || this.#dropBottom() : this.#dropBottom() || this.#dropTop();
  }

  #dropTop(): boolean {
    const [dropped, next] = this.#spans;
    if (!dropped || !next?.newer || (this.#seen && this.#seen.first > next.first)) return false;
    const { ids, above } = this.snapshot;
    if (typeof dropped.from === "string") this.#trail.push({ at: above, from: dropped.from });
    const kept = ids.filter((id) => this.#keyOf(id) <= next.first || this.#rows.isOpen(id));
    this.#spans.shift();
    this.#arrivals.isLookedAt = false;
    this.put({ ids: kept, above: above + ids.length - kept.length });
    return true;
  }

  #dropBottom(): boolean {
    const end = this.#spans.at(-2);
    if (!end?.older || (this.#seen && this.#seen.last < end.last)) return false;
    this.#spans.pop();
    this.put({ ids: this.snapshot.ids.filter((id) => this.#keyOf(id) >= end.last) });
    return true;
  }

  #keyOf(id: Uuid | undefined): string {
    return (id && this.#rows.get(id)?.key) || "";
  }

  /** How many of its rows stand above a place. */
  #indexOf(place: string): number {
    const { ids } = this.snapshot;
    return bisect(ids.length, (index) => this.#keyOf(ids[index]) > place);
  }
}
