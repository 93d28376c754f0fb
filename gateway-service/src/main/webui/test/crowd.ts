// Very many conversations, and a server that answers their lists as fast as a test can ask: kept in order, found by halving.
import type { Api, ListQuery } from "../src/api/client";
import type { Conversation, Page, View } from "../src/api/types";
import { covers, filterOf } from "../src/live/filter";
import { Inbox } from "../src/live/inbox";
import type { LiveEvent } from "../src/live/events";
import type { WindowLimits } from "../src/live/listWindow";
import { placeOf } from "../src/live/spans";
import { InboxStore } from "../src/live/store";
import { type Order, shiftOf } from "../src/lib/windowing";
import { PEOPLE, sessionIn, World } from "./fixtures";

const ME = PEOPLE.anna;
const START = Date.UTC(2026, 0, 1);
const SECOND = 1_000;

export class Crowd {
  readonly #lists: Record<"open" | "resolved", Conversation[]> = { open: [], resolved: [] };
  readonly #all = new Map<string, Conversation>();
  #clock = START;
  readonly events: LiveEvent[] = [];
  /** How often a list, or rows by their ids, were asked for. */
  readonly asked = { lists: 0, rows: [] as string[][] };

  constructor(size: number) {
    for (let n = 0; n < size; n++) {
      const row = this.#made();
      this.#all.set(row.id, row);
      this.#lists.open.push(row);
    }
    this.#lists.open.reverse();
  }

  #next(): string {
    return new Date((this.#clock += SECOND)).toISOString();
  }

  #made(): Conversation {
    const at = this.#next();
    const n = this.#all.size;
    return {
      id: `0197b000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`,
      version: 1,
      phoneNumberId: "510000000000023",
      contact: { id: `contact ${n}`, name: `Customer ${n}` },
      status: "open",
      epoch: 0,
      lastSequence: 1,
      unread: 0,
      lastActivityAt: at,
      createdAt: at,
      failed: false,
    };
  }

  arrive(): Conversation {
    const row = this.#made();
    this.#put(row);
    return row;
  }

  /** Comes to the top. */
  touch(row: Conversation): void {
    const now = this.#all.get(row.id)!;
    this.#put({ ...now, version: now.version + 1, status: "open", lastActivityAt: this.#next() });
  }

  /** Goes to the other list, to where its activity belongs. */
  turn(row: Conversation): void {
    const now = this.#all.get(row.id)!;
    this.#put({ ...now, version: now.version + 1, status: now.status === "open" ? "resolved" : "open" });
  }

  #put(row: Conversation): void {
    const before = this.#all.get(row.id);
    if (before) {
      const list = this.#lists[before.status];
      list.splice(this.#below(list, placeOf(before)), 1);
    }
    this.#all.set(row.id, row);
    const list = this.#lists[row.status];
    list.splice(this.#below(list, placeOf(row)), 0, row);
    const { id, unread: _, ...conversation } = row;
    const at = row.lastActivityAt;
    this.events.push({
      type: "conversation.opened.v1",
      id: `${id} ${row.version}`,
      data: { conversationId: id, at, conversation },
    } as unknown as LiveEvent);
  }

  /** The index of the first row that does not stand above this place. */
  #below(list: readonly Conversation[], place: string): number {
    let low = 0;
    for (let high = list.length; low < high;) {
      const middle = (low + high) >>> 1;
      if (placeOf(list[middle]) > place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  list = (view: View): readonly Conversation[] =>
    view === "all" || view === "resolved"
      ? this.#lists[view === "all" ? "open" : "resolved"]
      : [...this.#all.values()]
          .filter((row) => covers(filterOf(view, null), row, ME.id))
          .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));

  #page({ view, cursor, newer, limit }: ListQuery): Page<Conversation> {
    const list = this.list(view);
    if (newer !== undefined) {
      const end = this.#below(list, newer);
      const items = list.slice(Math.max(0, end - limit), end);
      const isMore = end > limit;
      return {
        items,
        ...(items.length > 0 && { nextCursor: placeOf(items.at(-1)) }),
        ...(isMore && { previousCursor: placeOf(items[0]) }),
      };
    }
    let from = cursor === undefined ? 0 : this.#below(list, cursor);
    if (cursor !== undefined && placeOf(list[from]) === cursor) from++;
    const items = list.slice(from, from + limit);
    return {
      items,
      ...(from + limit < list.length && { nextCursor: placeOf(items.at(-1)) }),
      ...(cursor !== undefined && items.length > 0 && { previousCursor: placeOf(items[0]) }),
    };
  }

  /** An operator's inbox before this crowd. */
  inbox(limits?: WindowLimits): Inbox {
    const { api, drafts, clock } = sessionIn(new World());
    const lists: Pick<Api, "conversations" | "rows"> = {
      conversations: (query) => {
        this.asked.lists++;
        return Promise.resolve(this.#page(query) as never);
      },
      rows: (ids) => {
        this.asked.rows.push([...ids]);
        const items = ids.flatMap((id) => this.#all.get(id) ?? []);
        return Promise.resolve({ items } as never);
      },
    };
    const store = new InboxStore(ME.id, limits);
    return new Inbox({ api: Object.assign(api, lists), store, drafts, clock, seesAll: true });
  }
}

const SHOWN = 12;
const PREFETCH = 25;

/** Somebody who scrolls through a list, as the page lets him. */
export class Scroller {
  readonly inbox: Inbox;
  readonly view: View;
  /** The row at the upper edge of the screen. */
  first = 0;
  #order: Order<string>;

  constructor(inbox: Inbox, view: View) {
    this.inbox = inbox;
    this.view = view;
    this.#order = this.snapshot;
  }

  get snapshot() {
    return this.inbox.store.view(this.view);
  }

  /** What he sees. */
  get onScreen(): readonly string[] {
    const { ids, above } = this.snapshot;
    return ids.slice(Math.max(0, this.first - above), Math.max(0, this.first - above + SHOWN));
  }

  async scroll(by: number): Promise<void> {
    await this.scrollTo(this.first + by);
  }

  async scrollTo(first: number): Promise<void> {
    const { ids, above } = this.snapshot;
    this.first = Math.max(0, Math.min(first, above + ids.length - SHOWN));
    await this.settle();
  }

  /** Until everything is there that belongs on the screen. */
  async settle(): Promise<void> {
    for (let round = 0; round < 100; round++) {
      const order = this.snapshot;
      if (this.first > 0 || this.#order.above > 0)
        this.first += shiftOf(this.#order, order, this.first, null);
      this.#order = order;
      const { ids, above, older, newer } = order;
      this.inbox.see(this.onScreen, this.first === 0 && above === 0);
      await Promise.resolve();
      if (this.first + SHOWN <= above && this.first + 50 < above)
        await this.inbox.loadAt(this.view, this.first);
      else if (newer !== null && this.first - PREFETCH < above) await this.inbox.loadAbove(this.view);
      else if (older !== null && this.first + SHOWN + PREFETCH >= above + ids.length)
        await this.inbox.loadBelow(this.view);
      else if (this.snapshot === order) return;
    }
    throw new Error("the list does not come to rest");
  }
}
