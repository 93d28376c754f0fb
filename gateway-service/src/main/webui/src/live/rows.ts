import type { Contact, Conversation, ConversationState, MessageStatus, Person, Uuid } from "../api/types";
import { dropOldest } from "../lib/dropOldest";
import { sortable } from "../lib/instants";
import type { Changes } from "./changes";
import { type ChangedWords, Previews } from "./previews";

interface Holder {
  epoch: number;
  assignee?: Person | undefined;
}

/** What is known of a conversation, as lists and heads show it. */
export interface Entry {
  row: Conversation;
  /** Seen in events only, or known from before a gap: unread count and preview may be incomplete until it was fetched. */
  partial: boolean;
  /** The server's list did not have it where we believe it: only it knows where it belongs. */
  doubtful: boolean;
  /** Its place in lists. */
  key: string;
  /** The unread count as the server gave it, and the place in the log where it was true. */
  baseUnread: number;
  baseSequence: number;
  /** Customer messages heard since then. */
  inbound: Set<number>;
  readTo: number;
  /** The place of the preview in the thread, and its number in the log. */
  previewKey: string;
  previewSequence: number;
  /** States of messages that are not the preview, or not yet: they came before their message. */
  early: Map<number, MessageStatus>;
  /** What messages say since they were changed. */
  changed: ChangedWords;
  touched: number;
}

/** More are not counted. */
const MAX_UNREAD = 100;
/** Rows that no list shows, and holders of conversations without a row. */
const MAX_ROWS = 2_000;

export const keyOf = (id: Uuid, lastActivityAt: string): string => `${sortable(lastActivityAt)} ${id}`;
/** What was written before the number was connected has positions below 0. */
const LOWEST = 10 ** 11;
/** Where a message stands in its thread. */
export const placeOf = (at: string, sequence: number): string =>
  `${sortable(at)} ${String(LOWEST + sequence).padStart(12, "0")}`;

/** The conversations, each once. A row is taken by `version`, who holds it by `epoch`, its preview by its place. */
export class Rows {
  readonly #changes: Changes;
  readonly #entries = new Map<Uuid, Entry>();
  /** Who holds what, also of conversations whose row is not known yet. */
  readonly #holders = new Map<Uuid, Holder>();
  readonly #wanted = new Set<Uuid>();
  #opened: Uuid | null = null;
  #visible: ReadonlySet<Uuid> = new Set();
  #pruneAt = MAX_ROWS;
  /** Those whose place in lists may have changed. */
  readonly moved = new Set<Uuid>();

  readonly previews: Previews;

  constructor(changes: Changes) {
    this.#changes = changes;
    this.previews = new Previews(changes);
  }

  get = (id: Uuid): Entry | undefined => this.#entries.get(id);
  all = (): Iterable<Entry> => this.#entries.values();
  /** How many rows and holders are known. */
  size = (): number => this.#entries.size + this.#holders.size;

  // ── What is shown ──────────────────────────────────────────────────────────────────────────────────────────

  open(id: Uuid | null): void {
    if (this.#opened !== null) this.moved.add(this.#opened);
    this.#opened = id;
  }

  isOpen = (id: Uuid): boolean => id === this.#opened;

  /** Which rows are on the screen now. */
  see(ids: readonly Uuid[]): void {
    this.#visible = new Set(ids);
    for (const id of ids) if (this.#entries.get(id)?.partial) this.#wanted.add(id);
  }

  /** Conversations that are shown, and of which too little is known for it. */
  takeWanted(): Uuid[] {
    const wanted = [...this.#wanted].filter((id) => {
      const entry = this.#entries.get(id);
      return !entry || entry.doubtful || (entry.partial && (id === this.#opened || this.#visible.has(id)));
    });
    this.#wanted.clear();
    return wanted;
  }

  // ── What is known ──────────────────────────────────────────────────────────────────────────────────────────

  /** As an event says it is. */
  mergeState(id: Uuid, state: ConversationState): Entry {
    const known = this.#entries.get(id);
    const holder = this.#newest(id, state.epoch, state.assignee);
    if (!known) return this.#add(id, { ...state, ...holder, id, unread: 0 });
    known.touched = this.#changes.next();
    const { row } = known;
    const newer = state.version > row.version;
    if (newer || holder.epoch !== row.epoch) {
      const { unread, preview } = row;
      const contact = shownAs(newer ? state.contact : row.contact, row.contact);
      this.#replace(known, { ...(newer ? state : row), ...holder, id, contact, unread, preview });
    }
    return known;
  }

  #add(id: Uuid, row: Conversation): Entry {
    const entry: Entry = {
      row,
      partial: true,
      doubtful: false,
      key: keyOf(id, row.lastActivityAt),
      baseUnread: 0,
      baseSequence: 0,
      inbound: new Set(),
      readTo: 0,
      previewKey: "",
      previewSequence: 0,
      early: new Map(),
      changed: new Map(),
      touched: this.#changes.next(),
    };
    this.#wanted.add(id);
    this.#entries.set(id, entry);
    this.moved.add(id);
    this.#changes.note(`c:${id}`);
    return entry;
  }

  /** As the server answered. */
  mergeRow(row: Conversation, askedAt: number): void {
    const known = this.#entries.get(row.id);
    const entry = known ?? this.mergeState(row.id, row);
    if (known) {
      const holder = this.#newest(row.id, row.epoch, row.assignee);
      const newer = row.version > known.row.version;
      const [now, other] = newer ? [row.contact, known.row.contact] : [known.row.contact, row.contact];
      const contact = shownAs(now, other);
      const shownAnew = contact.displayPhone !== known.row.contact.displayPhone;
      if (newer || shownAnew || holder.epoch !== known.row.epoch) {
        const { unread, preview } = known.row;
        this.#replace(known, { ...(newer ? row : known.row), ...holder, contact, unread, preview });
      }
    }
    if (row.lastSequence >= entry.baseSequence) {
      entry.baseSequence = row.lastSequence;
      entry.baseUnread = row.unread;
      for (const sequence of entry.inbound) if (sequence <= row.lastSequence) entry.inbound.delete(sequence);
    }
    if (row.preview) this.previews.put(entry, row.preview, askedAt);
    entry.partial = entry.doubtful = false;
    if (entry.touched <= askedAt) entry.touched = askedAt;
    this.#wanted.delete(row.id);
    this.countUnread(entry);
  }

  /** After a gap that could not be replayed: what was not read since is not complete. */
  everythingIsStale(): void {
    for (const entry of this.#entries.values()) entry.partial = true;
  }

  /** The server's list did not have it. */
  doubt(entry: Entry): void {
    entry.partial = entry.doubtful = true;
    this.#wanted.add(entry.row.id);
  }

  drop(id: Uuid): void {
    if (!this.#entries.delete(id)) return;
    this.#holders.delete(id);
    this.#wanted.delete(id);
    this.moved.add(id);
    this.#changes.note(`c:${id}`);
  }

  /** @returns false when this is news of a conversation that is not known and not open */
  hold(id: Uuid, epoch: number, assignee?: Person): boolean {
    const before = this.#holders.get(id);
    const holder = this.#newest(id, epoch, assignee);
    if (holder === before) return true;
    const entry = this.#entries.get(id);
    if (entry) {
      entry.touched = this.#changes.next();
      this.#replace(entry, { ...entry.row, ...holder });
    } else if (id === this.#opened) this.#wanted.add(id);
    return entry !== undefined || id === this.#opened;
  }

  /** Keeps the holder of the highest epoch, whichever service said so first. */
  #newest(id: Uuid, epoch: number, assignee?: Person): Holder {
    const known = this.#holders.get(id);
    if (known && known.epoch >= epoch) return known;
    const holder = { epoch, assignee };
    this.#holders.set(id, holder);
    return holder;
  }

  /** The customer can be answered until then, says a refusal. */
  putWindow(id: Uuid, windowExpiresAt: string): void {
    const entry = this.#entries.get(id);
    if (entry && entry.row.windowExpiresAt !== windowExpiresAt)
      this.#replace(entry, { ...entry.row, windowExpiresAt });
  }

  #replace(entry: Entry, row: Conversation): void {
    entry.row = row;
    entry.key = keyOf(row.id, row.lastActivityAt);
    this.moved.add(row.id);
    this.#changes.note(`c:${row.id}`);
  }

  // ── What is unread ─────────────────────────────────────────────────────────────────

  customerWrote(entry: Entry, sequence: number): void {
    if (sequence > entry.baseSequence) entry.inbound.add(sequence);
    dropOldest(entry.inbound, MAX_UNREAD);
  }

  markRead(id: Uuid, sequence: number): void {
    const entry = this.#entries.get(id);
    if (!entry || sequence <= entry.readTo) return;
    entry.readTo = sequence;
    this.countUnread(entry);
  }

  countUnread(entry: Entry): void {
    let unread = entry.readTo >= entry.baseSequence ? 0 : entry.baseUnread;
    for (const sequence of entry.inbound) {
      if (sequence > entry.readTo) unread++;
      else entry.inbound.delete(sequence);
    }
    if (unread === entry.row.unread) return;
    entry.row = { ...entry.row, unread };
    this.#changes.note(`c:${entry.row.id}`);
  }

  /** What no list shows is forgotten before it is too much. Its list, when it is shown, brings it back. */
  prune(isListed: (entry: Entry) => boolean): void {
    if (this.#entries.size > this.#pruneAt) {
      for (const [id, entry] of this.#entries)
        if (!isListed(entry) && id !== this.#opened) this.#entries.delete(id);
      this.#pruneAt = Math.max(MAX_ROWS, this.#entries.size * 2);
    }
    if (this.#holders.size > this.#entries.size + MAX_ROWS) {
      for (const id of this.#holders.keys()) if (!this.#entries.has(id)) this.#holders.delete(id);
    }
  }
}

/** Events do not say how a customer is shown: as the other source says, where it speaks of the same. */
const shownAs = (contact: Contact, other: Contact): Contact => ({
  ...contact,
  initials: contact.initials ?? (contact.name === other.name ? other.initials : undefined),
  displayPhone: contact.displayPhone ?? (contact.phone === other.phone ? other.displayPhone : undefined),
});
