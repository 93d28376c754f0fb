import type {
  Assignment,
  Conversation,
  Counts,
  HistoryItem,
  Note,
  Page,
  Person,
  TimelineItem,
  Uuid,
  View,
} from "../api/types";
import { Changes } from "./changes";
import type { LiveEvent } from "./events";
import { apply } from "./facts";
import { Rows } from "./rows";
import type { Asked } from "./segment";
import { Threads, type ThreadSnapshot, type Unsent } from "./threads";
import { LIMITS } from "./listWindow";
import type { ViewSnapshot } from "./viewSnapshot";
import type { Read } from "./spans";
import { type ListPart, Views } from "./views";

/**
 * Everything the inbox knows, normalised: a conversation is in one place, and views and threads point at it. No network
 * here: events and answers come in, snapshots go out, and what changed is announced once per batch.
 *
 * Rows are taken by `version`, who holds a conversation by `epoch`, messages by id, ticks by rank, so the order in which
 * things arrive, and how often, does not matter.
 */
export class InboxStore {
  readonly me: Uuid;
  readonly #changes = new Changes();
  readonly #rows = new Rows(this.#changes);
  readonly #views: Views;
  readonly #threads = new Threads(this.#changes);
  readonly #regained = new Set<Uuid>();
  #counts: Counts | null = null;

  constructor(me: Uuid, limits = LIMITS) {
    this.me = me;
    this.#views = new Views(me, this.#rows, this.#changes, limits);
  }

  // ── Reading ────────────────────────────────────────────────────────────────────────────────────────────────

  conversation = (id: Uuid): Conversation | null => this.#rows.get(id)?.row ?? null;
  view = (view: View): ViewSnapshot => this.#views.window(view).snapshot;
  /** The business number whose conversations the lists hold; `null`: those of all. */
  phoneNumberId = (): string | null => this.#views.phoneNumberId;
  thread = (id: Uuid): ThreadSnapshot | null => this.#threads.snapshot(id);
  counts = (): Counts | null => this.#counts;

  isStale = (view: View): boolean => this.#views.window(view).stale;
  /** From where to read a list anew, and down to where: what is seen of it. */
  placeToRead = (view: View) => this.#views.window(view).placeToRead();
  /** Where to read a list that scrolled to this index, above what is known of it. */
  placeAt = (view: View, index: number) => this.#views.window(view).placeAt(index);
  threadIsStale = (id: Uuid): boolean => this.#threads.isStale(id);
  threadIds = (): Uuid[] => this.#threads.ids();
  /** How many rows and holders are known. */
  size = (): number => this.#rows.size();

  /** A moment of this store, to tell what changed while a request was under way. */
  moment = (): number => this.#changes.moment();
  /** `c:<id>` a row, `v:<view>` a list, `t:<id>` a thread, `counts`. */
  subscribe = (key: string, listener: () => void): (() => void) => this.#changes.subscribe(key, listener);

  // ── What is on the screen, and what is missing for it ──────────────────────────────────────────────────────

  /** The list that is on the screen, of all numbers or of one. */
  show(view: View, phoneNumberId: string | null): void {
    this.#rows.see([]);
    this.#views.show(view, phoneNumberId);
    this.#flush();
  }

  /** Which rows are on the screen now; `atTop`: nothing stands above them. */
  see(ids: readonly Uuid[], atTop: boolean): void {
    this.#rows.see(ids);
    this.#views.see(
      ids.filter((id) => !this.#rows.isOpen(id)),
      atTop,
    );
    this.#flush();
  }

  /** The conversation in front of the operator: its thread is kept, and its row is always complete. */
  open(id: Uuid | null): void {
    this.#rows.open(id);
    if (id !== null) this.#threads.open(id);
    this.#flush();
  }

  /** Conversations that are shown, and of which too little is known for it; the caller fetches them. */
  takeWanted = (): Uuid[] => this.#rows.takeWanted();

  /** Conversations that were out of sight, and of which something was heard again. */
  takeRegained(): Uuid[] {
    const regained = [...this.#regained];
    this.#regained.clear();
    return regained;
  }

  // ── What is heard ──────────────────────────────────────────────────────────────────────────────────────────

  apply(events: readonly LiveEvent[]): void {
    for (const event of events) {
      const id = event.data.conversationId;
      if (!id) continue;
      if (this.#threads.isHidden(id)) this.#regained.add(id);
      try {
        apply(event, { rows: this.#rows, threads: this.#threads, hold: this.#hold });
      } catch (broken) {
        // One that is not as it should be takes no other with it.
        console.error("This event could not be applied", event.type, event.id, broken);
      }
    }
    this.#flush();
  }

  #hold = (id: Uuid, epoch: number, assignee?: Person): void => {
    if (!this.#rows.hold(id, epoch, assignee)) this.#views.mayHold(assignee);
  };

  /** This operator may not see it any more. */
  gone(id: Uuid): void {
    this.#rows.drop(id);
    this.#threads.gone(id);
    this.#flush();
  }

  /** After a gap that could not be replayed: what is known is shown until it was read again. */
  everythingIsStale(): void {
    this.#rows.everythingIsStale();
    this.#views.everythingIsStale();
    this.#threads.everythingIsStale();
  }

  putCounts(counts: Counts): void {
    this.#counts = counts;
    this.#changes.note("counts");
    this.#flush();
  }

  // ── What the server answered: lists and rows ───────────────────────────────────────────────────────────────

  viewIsLoading(view: View, what: ListPart): void {
    this.#views.isLoading(view, what);
    this.#flush();
  }

  viewFailed(view: View, what: ListPart): void {
    this.#views.failed(view, what);
    this.#flush();
  }

  /** The list was read anew. `at`: how many rows stand above it, when that is known. */
  putPages(view: View, reads: readonly Read[], at?: number): void {
    this.#views.window(view).putPages(reads, at);
    this.#flush();
  }

  /** What stands below or above what is known of a list. */
  putBeyond(view: View, part: "older" | "newer", cursor: string, page: Omit<Read, "from">): void {
    const window = this.#views.window(view);
    if (part === "older") window.putOlder(cursor, page);
    else window.putNewer(cursor, page);
    this.#flush();
  }

  /** Of those that were asked for, the others are not there or not to be seen. */
  putRows(asked: readonly Uuid[], rows: readonly Conversation[], askedAt: number): void {
    const found = new Set(rows.map(({ id }) => id));
    for (const row of rows) this.#rows.mergeRow(row, askedAt);
    for (const id of asked) if (!found.has(id)) this.#isMissing(id);
    this.#flush();
  }

  putConversation(row: Conversation, askedAt: number = this.moment()): void {
    this.#rows.mergeRow(row, askedAt);
    this.#flush();
  }

  conversationIsMissing(id: Uuid): void {
    this.#isMissing(id);
    this.#flush();
  }

  #isMissing(id: Uuid): void {
    this.#rows.drop(id);
    this.#threads.missing(id);
  }

  putAssignment(now: Pick<Assignment, "conversationId" | "epoch" | "assignee">): void {
    this.#hold(now.conversationId, now.epoch, now.assignee);
    this.#flush();
  }

  putWindow(id: Uuid, windowExpiresAt: string): void {
    this.#rows.putWindow(id, windowExpiresAt);
    this.#flush();
  }

  markRead(id: Uuid, sequence: number): void {
    this.#rows.markRead(id, sequence);
    this.#flush();
  }

  // ── What the server answered: threads ──────────────────────────────────────────────────────────────────────

  /** `more`: on which side of what is shown; null: it is read for the first time, or anew. */
  threadIsLoading(id: Uuid, more: "older" | "newer" | null): void {
    this.#threads.isLoading(id, more);
    this.#flush();
  }

  threadFailed(id: Uuid): void {
    this.#threads.failed(id);
    this.#flush();
  }

  putTimeline(id: Uuid, page: Page<TimelineItem>, asked: Asked, askedAt: number): void {
    this.#threads.putTimeline(id, page, asked, askedAt);
    this.#flush();
  }

  showNewest(id: Uuid): void {
    this.#threads.showNewest(id);
    this.#flush();
  }

  /** @returns whether this message is loaded; then the part in which it stands is shown */
  showMessage(id: Uuid, messageId: Uuid): boolean {
    const loaded = this.#threads.showMessage(id, messageId);
    this.#flush();
    return loaded;
  }

  /** Up to where in the log this operator has seen it: what an answer of his may not pass by. */
  seenIn = (id: Uuid): number => this.#threads.seenIn(id, this.conversation(id)?.unread ?? 0);

  /** The 202 of a reply, or what a refusal says was added. */
  putItem(item: TimelineItem): void {
    this.#threads.putItem(item, true);
    this.#flush();
  }

  putNotes(id: Uuid, notes: readonly Note[], askedAt: number): void {
    this.#threads.putNotes(id, notes, askedAt);
    this.#flush();
  }

  putNote(note: Note): void {
    this.#threads.putNote(note);
    this.#flush();
  }

  removeNote(id: Uuid, noteId: Uuid): void {
    this.#threads.removeNote(id, noteId);
    this.#flush();
  }

  historyBecomes(id: Uuid, state: "loading" | "error"): void {
    this.#threads.historyBecomes(id, state);
    this.#flush();
  }

  putHistory(id: Uuid, page: Page<HistoryItem>, older: boolean): void {
    this.#threads.putHistory(id, page, older);
    this.#flush();
  }

  addUnsent(unsent: Unsent): void {
    this.#threads.addUnsent(unsent);
    this.#flush();
  }

  updateUnsent(conversationId: Uuid, id: Uuid, state: Unsent["state"]): void {
    this.#threads.updateUnsent(conversationId, id, state);
    this.#flush();
  }

  removeUnsent(conversationId: Uuid, id: Uuid): void {
    this.#threads.removeUnsent(conversationId, id);
    this.#flush();
  }

  #flush(): void {
    const { moved } = this.#rows;
    this.#views.takeIn(moved);
    moved.clear();
    this.#views.prune();
    this.#rows.prune(this.#views.isListed);
    this.#changes.announce();
  }
}
