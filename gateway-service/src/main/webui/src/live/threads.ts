import type {
  Content,
  HistoryItem,
  Instant,
  Note,
  Page,
  Quoted,
  ReplyRequest,
  Settled,
  TimelineItem,
  Uuid,
} from "../api/types";
import type { Amendment } from "./amendments";
import type { Changes } from "./changes";
import type { StatusReport } from "./status";
import { ThreadHistory } from "./threadHistory";
import { ThreadNotes } from "./threadNotes";
import { sortable } from "../lib/instants";
import type { Asked } from "./segment";
import { Timeline } from "./timeline";
import { unreadBegin } from "./unread";

/** What a reply or note looks like until the server has it. Same id as the item that will take its place. */
export interface Unsent {
  id: Uuid;
  conversationId: Uuid;
  kind: "reply" | "note";
  content: ReplyRequest["content"];
  /** What the thread shows meanwhile of what is more than words. */
  shown?: Content;
  /** The message that it answers. */
  answers?: Quoted;
  at: string;
  /** `waiting`: the line is down; it goes out by itself when it is back. `held`: as well, and it was never sent yet. */
  state: "sending" | "waiting" | "held";
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
  newerCursor: string | null;
  loadingMore: "older" | "newer" | null;
  /** What is shown is an older part, and not the newest. */
  away: boolean;
  /** A message in that part. */
  around: Uuid | null;
  /** The newest messages, wherever somebody is reading. */
  newest: readonly TimelineItem[];
  /** The newest place in the log that is on this screen, or would be at its end. */
  lastSequence: number;
}

interface Thread {
  timeline: Timeline;
  notes: ThreadNotes;
  history: ThreadHistory;
  unsent: Unsent[];
  state: ThreadSnapshot["state"];
  stale: boolean;
  snapshot: ThreadSnapshot | null;
}

const MAX_THREADS = 12;

/** The conversations that were opened lately, with all that stands in them. */
export class Threads {
  readonly #changes: Changes;
  readonly #threads = new Map<Uuid, Thread>();

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  ids = (): Uuid[] => [...this.#threads.keys()];
  isStale = (id: Uuid): boolean => this.#threads.get(id)?.stale ?? true;
  isHidden = (id: Uuid): boolean => ["gone", "missing"].includes(this.#threads.get(id)?.state ?? "");
  note = (id: Uuid, noteId: Uuid): Note | undefined => this.#threads.get(id)?.notes.get(noteId);

  snapshot = (id: Uuid): ThreadSnapshot | null => {
    const thread = this.#threads.get(id);
    if (!thread) return null;
    return (thread.snapshot ??= picture(thread));
  };

  /** Up to where in the log it was seen, if so many of its messages were not read yet. */
  seenIn(id: Uuid, unread: number): number {
    const thread = this.snapshot(id);
    if (!thread) return 0;
    const begin = thread.away ? unreadBegin(thread.newest, unread) : null;
    return begin ? begin.sequence - 1 : thread.lastSequence;
  }

  /** It is the newest of those that are kept; the oldest goes, if nothing waits in it to be sent. */
  open(id: Uuid): void {
    const known = this.#threads.get(id);
    this.#threads.delete(id);
    this.#threads.set(id, known ?? this.#unread());
    for (const [old, thread] of this.#threads) {
      if (this.#threads.size <= MAX_THREADS) break;
      if (old !== id && thread.unsent.length === 0) this.#threads.delete(old);
    }
    this.#changes.note(`t:${id}`);
  }

  #unread(): Thread {
    return {
      timeline: new Timeline(),
      notes: new ThreadNotes(this.#changes),
      history: new ThreadHistory(),
      unsent: [],
      state: "loading",
      stale: true,
      snapshot: null,
    };
  }

  /** Changes a thread, if it is kept. `false`: nothing changed that is shown. */
  #change(id: Uuid, change: (thread: Thread) => boolean | void): void {
    const thread = this.#threads.get(id);
    if (!thread || change(thread) === false) return;
    thread.snapshot = null;
    this.#changes.note(`t:${id}`);
  }

  isLoading(id: Uuid, more: "older" | "newer" | null): void {
    this.#change(id, (thread) => {
      if (more) thread.timeline.loading = more;
      else if (thread.state !== "ready" && thread.state !== "gone") thread.state = "loading";
    });
  }

  failed(id: Uuid): void {
    this.#change(id, (thread) => {
      thread.timeline.loading = null;
      if (thread.state !== "ready") thread.state = "error";
    });
  }

  gone(id: Uuid): void {
    this.#change(id, (thread) => {
      thread.state = "gone";
      thread.stale = true;
      thread.timeline.clear();
      thread.notes.clear();
      thread.history.clear();
    });
  }

  missing(id: Uuid): void {
    this.#change(id, (thread) => {
      if (thread.state === "gone") return false;
      thread.state = "missing";
    });
  }

  everythingIsStale(): void {
    for (const thread of this.#threads.values()) {
      thread.stale = true;
      thread.timeline.mayHaveMissed();
    }
  }

  /** @param asked what the page is an answer to */
  putTimeline(id: Uuid, page: Page<TimelineItem>, asked: Asked, askedAt: number): void {
    this.#change(id, (thread) => {
      thread.timeline.put(page, asked, askedAt);
      for (const item of page.items) sent(thread, item.id);
      if (Object.keys(asked).length > 0) return;
      thread.state = "ready";
      thread.stale = false;
    });
  }

  showNewest(id: Uuid): void {
    this.#change(id, (thread) => {
      if (!thread.timeline.isAway()) return false;
      thread.timeline.showNewest();
    });
  }

  /** @returns whether this message is loaded; then the part in which it stands is shown */
  showMessage(id: Uuid, messageId: Uuid): boolean {
    let loaded = false;
    this.#change(id, (thread) => (loaded = thread.timeline.show(messageId)));
    return loaded;
  }

  putItem(item: TimelineItem, authoritative: boolean): void {
    this.#change(item.conversationId, (thread) => {
      thread.timeline.merge(item, authoritative);
      sent(thread, item.id);
    });
  }

  report(id: Uuid, messageId: Uuid, report: StatusReport): void {
    this.#change(id, (thread) => thread.timeline.report(messageId, report));
  }

  settle(id: Uuid, messageId: Uuid, settled: Settled): void {
    this.#change(id, (thread) => thread.timeline.settle(messageId, settled));
  }

  amend(id: Uuid, messageId: Uuid, amendment: Amendment, at: Instant): void {
    this.#change(id, (thread) => thread.timeline.amend(messageId, amendment, at, this.#changes.next()));
  }

  putNotes(id: Uuid, notes: readonly Note[], askedAt: number): void {
    this.#change(id, (thread) => {
      thread.notes.putAll(notes, askedAt);
      for (const note of notes) sent(thread, note.id);
    });
  }

  putNote(note: Note): void {
    this.#change(note.conversationId, (thread) => {
      thread.notes.put(note);
      sent(thread, note.id);
    });
  }

  removeNote(id: Uuid, noteId: Uuid): void {
    this.#change(id, (thread) => thread.notes.remove(noteId));
  }

  historyBecomes(id: Uuid, state: "loading" | "error"): void {
    this.#change(id, (thread) => thread.history.becomes(state));
  }

  putHistory(id: Uuid, page: Page<HistoryItem>, older: boolean): void {
    this.#change(id, (thread) => thread.history.put(page, older));
  }

  remember(id: Uuid, item: HistoryItem): void {
    this.#change(id, (thread) => thread.history.add(item));
  }

  addUnsent(unsent: Unsent): void {
    this.#change(unsent.conversationId, (thread) => {
      if (thread.timeline.has(unsent.id) || thread.unsent.some(({ id }) => id === unsent.id)) return false;
      thread.unsent = [...thread.unsent, unsent];
    });
  }

  updateUnsent(conversationId: Uuid, id: Uuid, state: Unsent["state"]): void {
    this.#change(conversationId, (thread) => {
      if (!thread.unsent.some((item) => item.id === id && item.state !== state)) return false;
      thread.unsent = thread.unsent.map((item) => (item.id === id ? { ...item, state } : item));
    });
  }

  removeUnsent(conversationId: Uuid, id: Uuid): void {
    this.#change(conversationId, (thread) => sent(thread, id));
  }
}

function picture({ state, timeline, notes, unsent, history }: Thread): ThreadSnapshot {
  const { items, older, newer } = timeline.shown();
  const [first, last] = [items[0], items.at(-1)];
  const from = older === null ? "" : first ? sortable(first.at) : "~";
  const to = newer === null ? "~" : last ? sortable(last.at) : "";
  return {
    state,
    items,
    notes: notes.shown(from, to),
    unsent,
    history: history.shown(),
    historyState: history.state,
    historyCursor: history.cursor,
    olderCursor: older,
    newerCursor: newer,
    loadingMore: timeline.loading,
    away: timeline.isAway(),
    around: timeline.around,
    newest: timeline.newest(),
    lastSequence: timeline.lastSequence,
  };
}

/** @returns whether it was among those that were not sent */
const sent = (thread: Thread, id: Uuid): boolean => {
  const left = thread.unsent.filter((unsent) => unsent.id !== id);
  if (left.length === thread.unsent.length) return false;
  thread.unsent = left;
  return true;
};
