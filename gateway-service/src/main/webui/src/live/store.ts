import {
  type Assignment,
  type Author,
  type Contact,
  type Conversation,
  type ConversationState,
  type Counts,
  type DeliveryError,
  type HistoryItem,
  type HistoryKind,
  type MessageStatus,
  type Note,
  type Page,
  type Person,
  type Preview,
  type Settled,
  type TimelineItem,
  type Uuid,
  type View,
  VIEWS,
} from "../api/types";
import { milliseconds, sortable } from "../lib/instants";
import type { LiveEvent } from "./events";

/** What a reply or note looks like until the server has it. Same id as the item that will take its place. */
export interface Unsent {
  id: Uuid;
  conversationId: Uuid;
  kind: "reply" | "note";
  text: string;
  at: string;
  /** `waiting`: the line is down; it goes out by itself when it is back. `held`: as well, and it was never sent yet. */
  state: "sending" | "waiting" | "held";
}

export interface ViewSnapshot {
  ids: readonly Uuid[];
  state: "idle" | "loading" | "ready" | "error";
  hasMore: boolean;
  loadingMore: boolean;
  /** Where the loaded part ends, for the next page. */
  cursor: string | null;
}

export interface ThreadSnapshot {
  state: "loading" | "ready" | "error" | "missing" | "gone";
  /** In display order: the platform's time, then the order of our log. */
  items: readonly TimelineItem[];
  notes: readonly Note[];
  unsent: readonly Unsent[];
  /** Newest first. */
  history: readonly HistoryItem[];
  historyState: "loading" | "ready" | "error";
  historyCursor: string | null;
  olderCursor: string | null;
  loadingOlder: boolean;
  /** The newest place in the log that is on this screen. */
  lastSequence: number;
}

/** A message's state only goes forward. `failed` may follow `sent`; what reached the phone did not fail. */
const RANK: Record<MessageStatus, number> = {
  received: 0,
  queued: 0,
  unknown: 1,
  accepted: 2,
  sent: 3,
  failed: 4,
  delivered: 5,
  read: 6,
  played: 7,
};
export const isLater = (candidate: MessageStatus, known: MessageStatus): boolean =>
  (RANK[candidate] ?? -1) > (RANK[known] ?? -1);

interface Holder {
  epoch: number;
  assignee?: Person | undefined;
}

interface StatusReport {
  status: MessageStatus;
  statusAt: string;
  error?: DeliveryError | undefined;
}

interface Entry {
  row: Conversation;
  /** Seen in events only: unread count and preview may be incomplete until it was fetched. */
  partial: boolean;
  /** The server's list did not have it where we believe it: only it knows where it belongs. */
  doubtful: boolean;
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
  touched: number;
}

interface Thread {
  items: Map<Uuid, TimelineItem>;
  early: Map<Uuid, StatusReport>;
  /** What was decided about messages in doubt. */
  settled: Map<Uuid, Settled>;
  notes: Map<Uuid, Note>;
  notesTouched: Map<Uuid, number>;
  deletedNotes: Set<Uuid>;
  unsent: Unsent[];
  history: Map<string, HistoryItem>;
  historyHorizon: string | null;
  historyState: "loading" | "ready" | "error";
  historyCursor: string | null;
  /** Items before this place have not been loaded, so those that are known there are not shown yet. */
  horizon: string | null;
  /** The place in the log after which something may have been missed, until the thread was read anew. */
  gapAfter: number | null;
  olderCursor: string | null;
  loadingOlder: boolean;
  state: ThreadSnapshot["state"];
  stale: boolean;
  snapshot: ThreadSnapshot | null;
}

interface ViewState {
  snapshot: ViewSnapshot;
  /** Rows that sort after this have not been loaded. `null`: nothing was loaded, "": everything was. */
  horizon: string | null;
  stale: boolean;
}

const keyOf = (id: Uuid, lastActivityAt: string): string => `${sortable(lastActivityAt)} ${id}`;
const placeOf = (at: string, sequence: number): string =>
  `${sortable(at)} ${String(sequence).padStart(12, "0")}`;
const itemKey = (item: TimelineItem): string => placeOf(item.at, item.sequence);

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

/** The same fact has one key, whether it came by the live feed or was read from the server. */
const historyKey = (item: HistoryItem): string => {
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
      return `${item.kind} ${milliseconds(item.at)} ${item.noteId ?? ""}`;
  }
};

const person = (who: Person) => ({ kind: "operator", id: who.id, name: who.name }) as const;
const customer = (contact: Contact) => ({ kind: "customer", id: contact.id, name: contact.name }) as const;
const SYSTEM: Author = { kind: "system", name: "Centralino" };

const MAX_THREADS = 12;
const MAX_EARLY = 50;
/** Rows that no list shows, and holders of conversations without a row. */
const MAX_ROWS = 2_000;
/** A list that is not on the screen, or of which only the top is, is not kept when it is longer. */
const MAX_LIST = 2_000;
/** More are not counted. */
const MAX_UNREAD = 100;

/**
 * Everything the inbox knows, normalised: a conversation is in one place, and views and threads point at it. No network
 * here: events and answers come in, snapshots go out, and what changed is announced once per batch.
 *
 * Rows are taken by `version`, who holds a conversation by `epoch`, messages by id, ticks by rank, so the order in which
 * things arrive, and how often, does not matter.
 */
export class InboxStore {
  readonly me: Uuid;
  readonly #entries = new Map<Uuid, Entry>();
  /** Who holds what, also of conversations whose row is not known yet. */
  readonly #holders = new Map<Uuid, Holder>();
  readonly #threads = new Map<Uuid, Thread>();
  readonly #views: Record<View, ViewState>;
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #changed = new Set<string>();
  readonly #dirty = new Set<Uuid>();
  readonly #wanted = new Set<Uuid>();
  readonly #regained = new Set<Uuid>();
  #counts: Counts | null = null;
  #pruneAt = MAX_ROWS;
  #tick = 0;
  #opened: Uuid | null = null;
  #shown: View | null = null;
  /** The rows on the screen. */
  #visible: ReadonlySet<Uuid> = new Set();

  constructor(me: Uuid) {
    this.me = me;
    this.#views = {
      mine: nothingLoaded(),
      unassigned: nothingLoaded(),
      all: nothingLoaded(),
      resolved: nothingLoaded(),
    };
  }

  // ── Reading ────────────────────────────────────────────────────────────────────────────────────────────────

  conversation = (id: Uuid): Conversation | null => this.#entries.get(id)?.row ?? null;
  view = (view: View): ViewSnapshot => this.#views[view].snapshot;
  counts = (): Counts | null => this.#counts;
  isStale = (view: View): boolean => this.#views[view].stale;
  /** Where the loaded part of a list ends. */
  endOf = (view: View): string | null => this.#views[view].horizon;

  thread = (id: Uuid): ThreadSnapshot | null => {
    const thread = this.#threads.get(id);
    if (!thread) return null;
    return (thread.snapshot ??= snapshotOf(thread));
  };
  threadIsStale = (id: Uuid): boolean => this.#threads.get(id)?.stale ?? true;
  threadIds = (): Uuid[] => [...this.#threads.keys()];

  /** How many rows and holders are known. */
  size = (): number => this.#entries.size + this.#holders.size;

  /** A moment of this store, to tell what changed while a request was under way. */
  moment = (): number => this.#tick;

  /** `c:<id>` a row, `v:<view>` a list, `t:<id>` a thread, `counts`. */
  subscribe = (key: string, listener: () => void): (() => void) => {
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(key) === listeners) this.#listeners.delete(key);
    };
  };

  /** Conversations that are shown, and of which too little is known for it; the caller fetches them. */
  takeWanted(): Uuid[] {
    const wanted = [...this.#wanted].filter((id) => {
      const entry = this.#entries.get(id);
      return !entry || entry.doubtful || (entry.partial && (id === this.#opened || this.#visible.has(id)));
    });
    this.#wanted.clear();
    return wanted;
  }

  /** The list that is on the screen. */
  show(view: View): void {
    this.#shown = view;
  }

  /** It has grown by what came in, and the operator looks at its top: less of it will do. */
  isTooLong(view: View): boolean {
    const { ids } = this.#views[view].snapshot;
    if (ids.length <= MAX_LIST) return false;
    const farEnough = this.#entries.get(ids[MAX_LIST / 4] ?? "")?.key ?? "";
    return [...this.#visible].every((id) => (this.#entries.get(id)?.key ?? "") >= farEnough);
  }

  /** Which rows are on the screen now. */
  see(ids: readonly Uuid[]): void {
    this.#visible = new Set(ids);
    for (const id of ids) if (this.#entries.get(id)?.partial) this.#wanted.add(id);
  }

  want(id: Uuid): void {
    this.#wanted.add(id);
  }

  /** Conversations that were out of sight, and of which something was heard again. */
  takeRegained(): Uuid[] {
    const regained = [...this.#regained];
    this.#regained.clear();
    return regained;
  }

  // ── Live events ────────────────────────────────────────────────────────────────────────────────────────────

  apply(events: readonly LiveEvent[]): void {
    for (const event of events) {
      try {
        this.#applyOne(event);
      } catch (broken) {
        // One that is not as it should be takes no other with it.
        console.error("This event could not be applied", event.type, event.id, broken);
      }
    }
    this.#flush();
  }

  #applyOne(event: LiveEvent): void {
    const id = event.data.conversationId;
    if (!id) return;
    const hidden = this.#threads.get(id)?.state;
    if (hidden === "gone" || hidden === "missing") this.#regained.add(id);
    switch (event.type) {
      case "conversation.opened.v1": {
        const { conversation } = event.data;
        const entry = this.#mergeState(id, conversation);
        // From its first moment on, every event of it reaches us: nothing is missing.
        entry.partial = false;
        break;
      }
      case "conversation.message-received.v1": {
        const { conversation, messageId, sequence, content, context, late } = event.data;
        const entry = this.#mergeState(id, conversation);
        if (sequence > entry.baseSequence) entry.inbound.add(sequence);
        dropOldest(entry.inbound, MAX_UNREAD);
        const author = customer(conversation.contact);
        this.#preview(entry, sequence, event.data.platformAt, {
          kind: content.type,
          text: content.text,
          direction: "inbound",
          author,
          status: "received",
        });
        this.#refreshRow(id, entry);
        this.#putItem({
          id: messageId,
          conversationId: id,
          sequence,
          at: event.data.platformAt,
          recordedAt: event.data.at,
          kind: "message",
          direction: "inbound",
          author,
          content,
          context,
          status: "received",
          statusAt: event.data.at,
          late,
        });
        // A customer who writes three times in a row is one line of history: since then he waits.
        const { waitingSince, lastActivityAt } = conversation;
        const came = late ? lastActivityAt : event.data.platformAt;
        if (waitingSince && sortable(waitingSince) === sortable(came)) {
          this.#remember(id, event.id, event.data.platformAt, "customer-wrote", author, undefined, {
            messageId,
          });
        }
        break;
      }
      case "conversation.reply-queued.v1": {
        const { conversation, messageId, sequence, content, at, anyway, again } = event.data;
        const entry = this.#mergeState(id, conversation);
        const author = person(event.data.author);
        this.#preview(entry, sequence, at, {
          kind: content.type,
          text: content.text,
          direction: "outbound",
          author,
          status: "queued",
        });
        this.#refreshRow(id, entry);
        this.#putItem({
          id: messageId,
          conversationId: id,
          sequence,
          at,
          recordedAt: at,
          kind: "message",
          direction: "outbound",
          author,
          content,
          status: "queued",
          statusAt: at,
          late: false,
          again,
        });
        // What is sent again is one line of history: that it was sent again.
        if (!again) {
          const kind = anyway ? "replied-anyway" : "replied";
          this.#remember(id, event.id, at, kind, author, undefined, { messageId });
        }
        break;
      }
      case "conversation.message-status-changed.v1": {
        const { conversation, messageId, sequence, status, statusAt, error, at } = event.data;
        const entry = this.#mergeState(id, conversation);
        this.#previewStatus(entry, sequence, status);
        this.#refreshRow(id, entry);
        this.#report(id, messageId, { status, statusAt, error });
        if (status === "failed" || status === "unknown") {
          const kind = status === "failed" ? "delivery-failed" : "delivery-unknown";
          this.#remember(id, event.id, at, kind, SYSTEM, undefined, { messageId });
        }
        break;
      }
      case "conversation.doubt-settled.v1": {
        const { conversation, messageId, sequence, outcome, by, again, at } = event.data;
        const entry = this.#mergeState(id, conversation);
        if (outcome === "arrived") {
          this.#previewStatus(entry, sequence, "accepted");
          this.#report(id, messageId, { status: "accepted", statusAt: at });
        }
        this.#refreshRow(id, entry);
        this.#settle(id, messageId, { outcome, by, at, again });
        const kind = outcome === "arrived" ? "answer-settled-arrived" : "answer-sent-again";
        this.#remember(id, event.id, at, kind, person(by), undefined, { messageId });
        break;
      }
      case "conversation.resolved.v1":
        this.#mergeState(id, event.data.conversation);
        this.#remember(id, event.id, event.data.at, "resolved", person(event.data.by));
        break;
      case "conversation.reopened.v1": {
        const { by, conversation, at } = event.data;
        this.#mergeState(id, conversation);
        this.#remember(id, event.id, at, "reopened", by ? person(by) : customer(conversation.contact));
        break;
      }
      case "assignment.taken.v1":
        this.#hold(id, event.data.epoch, event.data.operator);
        this.#remember(id, event.id, event.data.at, "taken", person(event.data.operator));
        break;
      case "assignment.assigned.v1":
        this.#hold(id, event.data.epoch, event.data.operator);
        this.#remember(id, event.id, event.data.at, "assigned", person(event.data.by), event.data.operator);
        break;
      case "assignment.taken-over.v1": {
        const { operator, previous, at, epoch } = event.data;
        this.#hold(id, epoch, operator);
        this.#remember(id, event.id, at, "taken-over", person(operator), previous);
        break;
      }
      case "assignment.released.v1": {
        const { by, previous, at, epoch } = event.data;
        this.#hold(id, epoch);
        this.#remember(id, event.id, at, "released", person(by), previous);
        break;
      }
      case "note.written.v1":
      case "note.edited.v1": {
        const { noteId, author, text, at } = event.data;
        const edited = event.type === "note.edited.v1";
        const thread = this.#threads.get(id);
        if (thread) {
          const known = thread.notes.get(noteId);
          const written = edited ? (known?.at ?? at) : at;
          this.#putNote(thread, id, {
            id: noteId,
            conversationId: id,
            at: written,
            ...(edited ? { editedAt: at } : {}),
            author,
            text,
          });
        }
        this.#remember(id, event.id, at, edited ? "note-edited" : "note-added", person(author), undefined, {
          noteId,
        });
        break;
      }
      case "note.deleted.v1": {
        const { noteId, author, at } = event.data;
        this.removeNote(id, noteId);
        this.#remember(id, event.id, at, "note-deleted", person(author), undefined, { noteId });
        break;
      }
    }
  }

  /** This operator may not see it any more. */
  gone(id: Uuid): void {
    this.#drop(id);
    const thread = this.#threads.get(id);
    if (thread) {
      thread.state = "gone";
      thread.stale = true;
      thread.horizon = null;
      thread.historyHorizon = null;
      thread.items.clear();
      thread.notes.clear();
      thread.history.clear();
      this.#threadChanged(id, thread);
    }
    this.#flush();
  }

  #drop(id: Uuid): void {
    if (!this.#entries.delete(id)) return;
    this.#holders.delete(id);
    this.#wanted.delete(id);
    this.#dirty.add(id);
    this.#changed.add(`c:${id}`);
  }

  /** After a gap that could not be replayed: what is known is shown until it was read again. */
  everythingIsStale(): void {
    for (const view of VIEWS) this.#views[view].stale = true;
    for (const thread of this.#threads.values()) {
      thread.stale = true;
      let newest = 0;
      for (const item of thread.items.values()) newest = Math.max(newest, item.sequence);
      thread.gapAfter ??= newest;
    }
  }

  // ── Answers of the server ──────────────────────────────────────────────────────────────────────────────────

  putCounts(counts: Counts): void {
    this.#counts = counts;
    this.#changed.add("counts");
    this.#flush();
  }

  viewIsLoading(view: View, more: boolean): void {
    const state = this.#views[view];
    const loading = state.snapshot.state === "ready" ? "ready" : "loading";
    state.snapshot = more ? { ...state.snapshot, loadingMore: true } : { ...state.snapshot, state: loading };
    this.#changed.add(`v:${view}`);
    this.#flush();
  }

  viewFailed(view: View): void {
    const state = this.#views[view];
    const ready = state.snapshot.state === "ready";
    state.snapshot = { ...state.snapshot, state: ready ? "ready" : "error", loadingMore: false };
    this.#changed.add(`v:${view}`);
    this.#flush();
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
    const state = this.#views[view];
    const last = page.items.at(-1);
    const horizon = !page.nextCursor || !last ? "" : keyOf(last.id, last.lastActivityAt);
    const listed = new Set(page.items.map((row) => row.id));
    // A row that we believe here, that the server does not list here, and that did not change since we asked: ask.
    for (const entry of this.#entries.values()) {
      if (listed.has(entry.row.id) || entry.touched > askedAt || !belongs(entry.row, view, this.me)) continue;
      if (entry.key >= horizon && (after === null || entry.key < after)) {
        entry.partial = entry.doubtful = true;
        this.#wanted.add(entry.row.id);
      }
    }
    for (const row of page.items) this.#mergeRow(row, askedAt);
    const known = more && state.horizon !== null && state.horizon < horizon;
    if (!known) state.horizon = horizon;
    state.stale = more;
    state.snapshot = {
      ...state.snapshot,
      ids: this.#sorted(view),
      state: "ready",
      loadingMore: false,
      ...(known ? {} : { hasMore: !!page.nextCursor, cursor: page.nextCursor ?? null }),
    };
    this.#changed.add(`v:${view}`);
    this.#flush();
    return horizon;
  }

  putConversation(row: Conversation, askedAt: number = this.#tick): void {
    this.#mergeRow(row, askedAt);
    this.#flush();
  }

  conversationIsMissing(id: Uuid): void {
    this.#drop(id);
    const thread = this.#threads.get(id);
    if (thread && thread.state !== "gone") {
      thread.state = "missing";
      this.#threadChanged(id, thread);
    }
    this.#flush();
  }

  putAssignment({
    conversationId,
    epoch,
    assignee,
  }: Pick<Assignment, "conversationId" | "epoch" | "assignee">): void {
    this.#hold(conversationId, epoch, assignee);
    this.#flush();
  }

  /** The customer can be answered until then, says a refusal. */
  putWindow(id: Uuid, windowExpiresAt: string): void {
    const entry = this.#entries.get(id);
    if (entry && entry.row.windowExpiresAt !== windowExpiresAt) {
      this.#replace(id, entry, { ...entry.row, windowExpiresAt });
      this.#flush();
    }
  }

  markRead(id: Uuid, sequence: number): void {
    const entry = this.#entries.get(id);
    if (!entry || sequence <= entry.readTo) return;
    entry.readTo = sequence;
    this.#refreshRow(id, entry);
    this.#flush();
  }

  // ── Threads ────────────────────────────────────────────────────────────────────────────────────────────────

  /** The conversation in front of the operator: its thread is kept, and its row is always complete. */
  open(id: Uuid | null): void {
    this.#opened = id;
    if (id === null) return;
    const known = this.#threads.get(id);
    if (known) {
      this.#threads.delete(id);
      this.#threads.set(id, known);
    } else {
      this.#threads.set(id, {
        items: new Map(),
        early: new Map(),
        settled: new Map(),
        notes: new Map(),
        notesTouched: new Map(),
        deletedNotes: new Set(),
        unsent: [],
        history: new Map(),
        historyHorizon: null,
        historyState: "loading",
        historyCursor: null,
        horizon: null,
        gapAfter: null,
        olderCursor: null,
        loadingOlder: false,
        state: "loading",
        stale: true,
        snapshot: null,
      });
      for (const [old, thread] of this.#threads) {
        if (this.#threads.size <= MAX_THREADS) break;
        if (old !== id && thread.unsent.length === 0) this.#threads.delete(old);
      }
    }
    this.#changed.add(`t:${id}`);
    this.#flush();
  }

  threadIsLoading(id: Uuid, older: boolean): void {
    const thread = this.#threads.get(id);
    if (!thread) return;
    if (older) thread.loadingOlder = true;
    else if (thread.state !== "ready" && thread.state !== "gone") thread.state = "loading";
    this.#threadChanged(id, thread);
    this.#flush();
  }

  threadFailed(id: Uuid): void {
    const thread = this.#threads.get(id);
    if (!thread) return;
    thread.loadingOlder = false;
    if (thread.state !== "ready") thread.state = "error";
    this.#threadChanged(id, thread);
    this.#flush();
  }

  putTimeline(id: Uuid, page: Page<TimelineItem>, older: boolean): void {
    const thread = this.#threads.get(id);
    if (!thread) return;
    const first = page.items[0];
    const horizon = !page.nextCursor || !first ? "" : itemKey(first);
    // After a gap, what was loaded before joins on only if nothing new, and no change of a state, can be missing in it.
    const joins =
      thread.gapAfter === null ||
      (hasAllSince(page.items, thread.gapAfter) &&
        [...thread.items.values()].every((item) => isSettled(item) || itemKey(item) >= horizon));
    if (older || !joins || thread.horizon === null || horizon < thread.horizon) {
      thread.horizon = horizon;
      thread.olderCursor = page.nextCursor ?? null;
    }
    if (!older) thread.gapAfter = null;
    for (const item of page.items) this.#mergeItem(thread, item, true);
    thread.loadingOlder = false;
    if (!older) {
      thread.state = "ready";
      thread.stale = false;
    }
    this.#threadChanged(id, thread);
    this.#flush();
  }

  /** The 202 of a reply, or what a refusal says was added. */
  putItem(item: TimelineItem): void {
    this.#putItem(item, true);
    this.#flush();
  }

  putNotes(id: Uuid, notes: readonly Note[], askedAt: number): void {
    const thread = this.#threads.get(id);
    if (!thread) return;
    const listed = new Set(notes.map((note) => note.id));
    for (const known of [...thread.notes.keys()]) {
      if (!listed.has(known) && (thread.notesTouched.get(known) ?? 0) <= askedAt) thread.notes.delete(known);
    }
    for (const note of notes) this.#putNote(thread, id, note);
    this.#threadChanged(id, thread);
    this.#flush();
  }

  putNote(note: Note): void {
    const thread = this.#threads.get(note.conversationId);
    if (thread) this.#putNote(thread, note.conversationId, note);
    this.#flush();
  }

  removeNote(id: Uuid, noteId: Uuid): void {
    const thread = this.#threads.get(id);
    if (thread) {
      thread.deletedNotes.add(noteId);
      thread.notes.delete(noteId);
      this.#threadChanged(id, thread);
    }
    this.#flush();
  }

  historyIsLoading(id: Uuid): void {
    const thread = this.#threads.get(id);
    if (!thread) return;
    if (thread.historyHorizon === null) thread.historyState = "loading";
    this.#threadChanged(id, thread);
    this.#flush();
  }

  historyFailed(id: Uuid): void {
    const thread = this.#threads.get(id);
    if (!thread) return;
    if (thread.historyHorizon === null) thread.historyState = "error";
    this.#threadChanged(id, thread);
    this.#flush();
  }

  putHistory(id: Uuid, page: Page<HistoryItem>, older: boolean): void {
    const thread = this.#threads.get(id);
    if (!thread) return;
    const last = page.items.at(-1);
    const horizon = !page.nextCursor || !last ? "" : sortable(last.at);
    if (
      older ||
      thread.historyHorizon === null ||
      !page.items.some((item) => thread.history.has(historyKey(item)))
    ) {
      thread.historyHorizon = horizon;
      thread.historyCursor = page.nextCursor ?? null;
    }
    for (const item of page.items) thread.history.set(historyKey(item), item);
    thread.historyState = "ready";
    this.#threadChanged(id, thread);
    this.#flush();
  }

  addUnsent(unsent: Unsent): void {
    const thread = this.#threads.get(unsent.conversationId);
    if (!thread || thread.items.has(unsent.id) || thread.unsent.some(({ id }) => id === unsent.id)) return;
    thread.unsent = [...thread.unsent, unsent];
    this.#threadChanged(unsent.conversationId, thread);
    this.#flush();
  }

  updateUnsent(conversationId: Uuid, id: Uuid, state: Unsent["state"]): void {
    const thread = this.#threads.get(conversationId);
    if (!thread?.unsent.some((item) => item.id === id && item.state !== state)) return;
    thread.unsent = thread.unsent.map((item) => (item.id === id ? { ...item, state } : item));
    this.#threadChanged(conversationId, thread);
    this.#flush();
  }

  removeUnsent(conversationId: Uuid, id: Uuid): void {
    const thread = this.#threads.get(conversationId);
    if (!thread?.unsent.some((item) => item.id === id)) return;
    thread.unsent = thread.unsent.filter((item) => item.id !== id);
    this.#threadChanged(conversationId, thread);
    this.#flush();
  }

  // ── Inside ─────────────────────────────────────────────────────────────────────────────────────────────────

  #mergeState(id: Uuid, state: ConversationState): Entry {
    const known = this.#entries.get(id);
    const holder = this.#newest(id, state.epoch, state.assignee);
    if (!known) {
      this.#wanted.add(id);
      const entry: Entry = {
        row: { ...state, ...holder, id, unread: 0 },
        partial: true,
        doubtful: false,
        key: keyOf(id, state.lastActivityAt),
        baseUnread: 0,
        baseSequence: 0,
        inbound: new Set(),
        readTo: 0,
        previewKey: "",
        previewSequence: 0,
        early: new Map(),
        touched: ++this.#tick,
      };
      this.#entries.set(id, entry);
      this.#dirty.add(id);
      this.#changed.add(`c:${id}`);
      return entry;
    }
    entryTouched(known, ++this.#tick);
    const row = known.row;
    const newer = state.version > row.version;
    if (newer || holder.epoch !== row.epoch) {
      const { unread, preview } = row;
      this.#replace(id, known, { ...(newer ? state : row), ...holder, id, unread, preview });
    }
    return known;
  }

  #mergeRow(row: Conversation, askedAt: number): void {
    const known = this.#entries.get(row.id);
    const entry = known ?? this.#mergeState(row.id, row);
    if (known) {
      const holder = this.#newest(row.id, row.epoch, row.assignee);
      const newer = row.version > known.row.version;
      if (newer || holder.epoch !== known.row.epoch) {
        const { unread, preview } = known.row;
        this.#replace(row.id, known, { ...(newer ? row : known.row), ...holder, unread, preview });
      }
    }
    if (row.lastSequence >= entry.baseSequence) {
      entry.baseSequence = row.lastSequence;
      entry.baseUnread = row.unread;
      for (const sequence of [...entry.inbound])
        if (sequence <= row.lastSequence) entry.inbound.delete(sequence);
    }
    if (row.preview) {
      const { sequence, at } = row.preview;
      this.#preview(entry, sequence, at, row.preview);
    }
    entry.partial = entry.doubtful = false;
    if (entry.touched <= askedAt) entry.touched = askedAt;
    this.#wanted.delete(row.id);
    this.#refreshRow(row.id, entry);
  }

  /** Keeps the holder of the highest epoch, whichever service said so first. */
  #newest(id: Uuid, epoch: number, assignee?: Person): Holder {
    const known = this.#holders.get(id);
    if (known && known.epoch >= epoch) return known;
    const holder = { epoch, assignee };
    this.#holders.set(id, holder);
    return holder;
  }

  #hold(id: Uuid, epoch: number, assignee?: Person): void {
    const before = this.#holders.get(id);
    const holder = this.#newest(id, epoch, assignee);
    if (holder === before) return;
    const entry = this.#entries.get(id);
    if (entry) {
      entryTouched(entry, ++this.#tick);
      this.#replace(id, entry, { ...entry.row, ...holder });
    } else if (id === this.#opened) this.#wanted.add(id);
    else this.#mayBelong(assignee);
  }

  /** Where a conversation is listed of which only its holder is known, the list alone can say. */
  #mayBelong(assignee?: Person): void {
    const view = !assignee ? "unassigned" : assignee.id === this.me ? "mine" : null;
    if (view !== null && this.#views[view].horizon !== null) this.#views[view].stale = true;
  }

  #preview(entry: Entry, sequence: number, at: string, preview: Omit<Preview, "sequence" | "at">): void {
    const key = placeOf(at, sequence);
    if (key < entry.previewKey) return;
    const same = sequence === entry.previewSequence ? entry.row.preview?.status : null;
    let { status } = preview;
    for (const candidate of [same, entry.early.get(sequence)]) {
      if (candidate && status && isLater(candidate, status)) status = candidate;
    }
    entry.early.delete(sequence);
    entry.previewKey = key;
    entry.previewSequence = sequence;
    const { kind, text, direction, author } = preview;
    entry.row = { ...entry.row, preview: { sequence, at, kind, text, direction, author, status } };
    this.#changed.add(`c:${entry.row.id}`);
  }

  #previewStatus(entry: Entry, sequence: number, status: MessageStatus): void {
    const { preview } = entry.row;
    if (sequence === entry.previewSequence && preview) {
      if (preview.status && isLater(status, preview.status)) {
        entry.row = { ...entry.row, preview: { ...preview, status } };
        this.#changed.add(`c:${entry.row.id}`);
      }
      return;
    }
    const known = entry.early.get(sequence);
    if (!known || isLater(status, known)) entry.early.set(sequence, status);
    dropOldest(entry.early, MAX_EARLY);
  }

  #refreshRow(id: Uuid, entry: Entry): void {
    let unread = entry.readTo >= entry.baseSequence ? 0 : entry.baseUnread;
    for (const sequence of entry.inbound) {
      if (sequence > entry.readTo) unread++;
      else entry.inbound.delete(sequence);
    }
    if (unread !== entry.row.unread) {
      entry.row = { ...entry.row, unread };
      this.#changed.add(`c:${id}`);
    }
  }

  #replace(id: Uuid, entry: Entry, row: Conversation): void {
    entry.row = row;
    entry.key = keyOf(id, row.lastActivityAt);
    this.#dirty.add(id);
    this.#changed.add(`c:${id}`);
  }

  #putItem(item: TimelineItem, authoritative = false): void {
    const thread = this.#threads.get(item.conversationId);
    if (!thread) return;
    this.#mergeItem(thread, item, authoritative);
    this.#threadChanged(item.conversationId, thread);
  }

  #mergeItem(thread: Thread, item: TimelineItem, authoritative: boolean): void {
    const known = thread.items.get(item.id);
    let merged = known && !authoritative ? known : item;
    for (const report of [known, thread.early.get(item.id), item]) {
      if (report && isLater(report.status, merged.status)) {
        merged = { ...merged, status: report.status, statusAt: report.statusAt, error: report.error };
      }
    }
    thread.early.delete(item.id);
    const settled = item.settled ?? known?.settled ?? thread.settled.get(item.id);
    thread.items.set(item.id, settled ? { ...merged, settled } : merged);
    if (thread.unsent.some((unsent) => unsent.id === item.id)) {
      thread.unsent = thread.unsent.filter((unsent) => unsent.id !== item.id);
    }
  }

  #report(id: Uuid, messageId: Uuid, report: StatusReport): void {
    const thread = this.#threads.get(id);
    if (!thread) return;
    const item = thread.items.get(messageId);
    if (item) {
      if (!isLater(report.status, item.status)) return;
      thread.items.set(messageId, { ...item, ...report });
      this.#threadChanged(id, thread);
    } else {
      const early = thread.early.get(messageId);
      if (!early || isLater(report.status, early.status)) thread.early.set(messageId, report);
    }
  }

  /** It is decided once, and may be heard before its message. */
  #settle(id: Uuid, messageId: Uuid, settled: Settled): void {
    const thread = this.#threads.get(id);
    if (!thread) return;
    thread.settled.set(messageId, settled);
    const item = thread.items.get(messageId);
    if (!item || item.settled) return;
    thread.items.set(messageId, { ...item, settled });
    this.#threadChanged(id, thread);
  }

  #putNote(thread: Thread, id: Uuid, note: Note): void {
    if (thread.deletedNotes.has(note.id)) return;
    const known = thread.notes.get(note.id);
    const at = (which: Note) => sortable(which.editedAt ?? which.at);
    // An edit that came before its note knows the newer text, the note knows when it was written.
    const text = known && at(known) > at(note) ? known : note;
    const written = known && sortable(known.at) < sortable(note.at) ? known.at : note.at;
    thread.notes.set(note.id, { ...text, at: written });
    thread.notesTouched.set(note.id, ++this.#tick);
    if (thread.unsent.some((unsent) => unsent.id === note.id)) {
      thread.unsent = thread.unsent.filter((unsent) => unsent.id !== note.id);
    }
    this.#threadChanged(id, thread);
  }

  #remember(
    conversationId: Uuid,
    id: string,
    at: string,
    kind: HistoryKind,
    actor: Author,
    target?: Person,
    about: { messageId?: Uuid; noteId?: Uuid } = {},
  ): void {
    const thread = this.#threads.get(conversationId);
    if (!thread) return;
    const item: HistoryItem = { id, at, kind, actor, ...(target ? { target } : {}), ...about };
    const key = historyKey(item);
    if (thread.history.has(key)) return;
    thread.history.set(key, item);
    this.#threadChanged(conversationId, thread);
  }

  #threadChanged(id: Uuid, thread: Thread): void {
    thread.snapshot = null;
    this.#changed.add(`t:${id}`);
  }

  #isListed(entry: Entry): boolean {
    return VIEWS.some((view) => this.#shows(view, entry));
  }

  #shows(view: View, entry: Entry): boolean {
    const { horizon } = this.#views[view];
    return horizon !== null && entry.key >= horizon && belongs(entry.row, view, this.me);
  }

  #sorted(view: View): Uuid[] {
    const shown: Entry[] = [];
    for (const entry of this.#entries.values()) if (this.#shows(view, entry)) shown.push(entry);
    shown.sort((a, b) => (a.key < b.key ? 1 : -1));
    return shown.map((entry) => entry.row.id);
  }

  /** One pass over a list however many of its rows changed. */
  #merge(view: View): void {
    const state = this.#views[view];
    if (state.horizon === null) return;
    const { ids } = state.snapshot;
    const fresh: Entry[] = [];
    for (const id of this.#dirty) {
      const entry = this.#entries.get(id);
      if (entry && this.#shows(view, entry)) fresh.push(entry);
    }
    fresh.sort((a, b) => (a.key < b.key ? 1 : -1));
    const merged: Uuid[] = [];
    let next = 0;
    for (const id of ids) {
      if (this.#dirty.has(id)) continue;
      const key = this.#entries.get(id)?.key ?? "";
      for (let entry = fresh[next]; entry && entry.key > key; entry = fresh[++next])
        merged.push(entry.row.id);
      merged.push(id);
    }
    for (; next < fresh.length; next++) merged.push(fresh[next]!.row.id);
    if (merged.length === ids.length && merged.every((id, index) => id === ids[index])) return;
    state.snapshot = { ...state.snapshot, ids: merged };
    this.#changed.add(`v:${view}`);
  }

  /** What no list shows is forgotten before it is too much. Its list, when it is shown, brings it back. */
  #prune(): void {
    for (const view of VIEWS) {
      const state = this.#views[view];
      if (state.snapshot.ids.length <= MAX_LIST) continue;
      if (view === this.#shown) state.stale ||= this.isTooLong(view);
      else this.#views[view] = nothingLoaded();
    }
    if (this.#entries.size > this.#pruneAt) {
      for (const [id, entry] of this.#entries) {
        if (!this.#isListed(entry) && id !== this.#opened) this.#entries.delete(id);
      }
      this.#pruneAt = Math.max(MAX_ROWS, this.#entries.size * 2);
    }
    if (this.#holders.size > this.#entries.size + MAX_ROWS) {
      for (const id of this.#holders.keys()) if (!this.#entries.has(id)) this.#holders.delete(id);
    }
  }

  #flush(): void {
    if (this.#dirty.size > 0) {
      for (const view of VIEWS) this.#merge(view);
      this.#dirty.clear();
    }
    this.#prune();
    if (this.#changed.size === 0) return;
    const changed = [...this.#changed];
    this.#changed.clear();
    for (const key of changed) for (const listener of [...(this.#listeners.get(key) ?? [])]) listener();
  }
}

const entryTouched = (entry: Entry, tick: number): void => {
  entry.touched = tick;
};

const nothingLoaded = (): ViewState => ({
  snapshot: { ids: [], state: "idle", hasMore: false, loadingMore: false, cursor: null },
  horizon: null,
  stale: true,
});

/** Whichever came first goes first. */
const dropOldest = (collection: Set<number> | Map<number, unknown>, most: number): void => {
  for (const oldest of collection.keys()) {
    if (collection.size <= most) return;
    collection.delete(oldest);
  }
};

const isSettled = ({ direction, status }: TimelineItem): boolean =>
  direction === "inbound" || status === "read" || status === "played";

/** The log has no holes: if this page has every place after `sequence`, what was known before it joins on. */
const hasAllSince = (items: readonly TimelineItem[], sequence: number): boolean => {
  const since = items.filter((item) => item.sequence > sequence);
  return since.every((item) => item.sequence <= sequence + since.length);
};

function snapshotOf(thread: Thread): ThreadSnapshot {
  const horizon = thread.horizon ?? "~";
  let lastSequence = 0;
  const keyed: [string, TimelineItem][] = [];
  for (const item of thread.items.values()) {
    if (item.sequence > lastSequence) lastSequence = item.sequence;
    const key = itemKey(item);
    if (key >= horizon) keyed.push([key, item]);
  }
  keyed.sort(([a], [b]) => (a < b ? -1 : 1));
  const items = keyed.map(([, item]) => item);
  const from = thread.horizon === "" ? "" : (horizon.split(" ")[0] ?? "");
  const notes = [...thread.notes.values()]
    .filter((note) => sortable(note.at) >= from)
    .sort((a, b) => (sortable(a.at) + a.id < sortable(b.at) + b.id ? -1 : 1));
  const historyFrom = thread.historyHorizon ?? "";
  const history = [...thread.history.values()]
    .filter((item) => sortable(item.at) >= historyFrom)
    .sort((a, b) => (sortable(a.at) + historyKey(a) < sortable(b.at) + historyKey(b) ? 1 : -1));
  return {
    state: thread.state,
    items,
    notes,
    unsent: thread.unsent,
    history,
    historyState: thread.historyState,
    historyCursor: thread.historyCursor,
    olderCursor: thread.olderCursor,
    loadingOlder: thread.loadingOlder,
    lastSequence,
  };
}
