import { type Api, ApiProblem, isPassing } from "../api/client";
import type {
  Assignment,
  Conversation,
  DoubtOutcome,
  Note,
  Operator,
  Page,
  Problem,
  ReplyRequest,
  ResolutionRequest,
  TimelineItem,
  Uuid,
  View,
} from "../api/types";
import { uuidv7 } from "../lib/ids";
import { milliseconds } from "../lib/instants";
import type { ServerClock } from "./clock";
import type { Drafts, Mode } from "./drafts";
import type { LiveEvent } from "./events";
import { type Job, Outbox } from "./outbox";
import { Retries } from "./retries";
import type { InboxStore, Unsent } from "./store";

/** The server refused what an operator wrote, or that all is done. The text is in the draft again; this says why. */
export interface Refusal {
  mode: Mode | "resolve";
  text: string;
  problem: Problem;
  /** For "send anyway": the log as it is now. */
  lastSequence: number | null;
}

const PAGE = 50;
const HISTORY_PAGE = 100;
const REREAD_PAGE = 100;
const MAX_REREAD = 2_000;
/** What makes a list be read anew rarely comes alone. */
const REREAD_AFTER = 400;
const LATER = 15_000;
/** So often a fault of the server is met with patience. */
const MOST_FAULTS = 4;

const pause = (delay: number) => new Promise<void>((resolve) => setTimeout(resolve, delay));

/** What an operator can do in the inbox. Reads and commands go over HTTP; what comes of them, into the store. */
export class Inbox {
  readonly store: InboxStore;
  readonly drafts: Drafts;
  readonly clock: ServerClock;
  readonly #api: Api;
  /** Whether this operator sees what colleagues hold. */
  readonly #seesAll: boolean;
  readonly #incoming: LiveEvent[] = [];
  #scheduled = false;
  #fetching = 0;
  readonly #toFetch = new Set<Uuid>();
  readonly #outbox: Outbox;
  readonly #refusals = new Map<Uuid, Refusal>();
  readonly #listeners = new Set<() => void>();
  readonly #loadingHistory = new Set<Uuid>();
  readonly #reads = new Map<Uuid, number>();
  readonly #retries = new Retries();
  /** Under which id a message in doubt is sent again, until the server has answered. */
  readonly #again = new Map<Uuid, Uuid>();
  #activeView: View | null = null;
  #rereading: ReturnType<typeof setTimeout> | undefined;
  #open: Uuid | null = null;
  /** How many live events were applied, for "7 updates arrived while you were away". */
  applied = 0;
  /** When false, what cannot be sent waits for the line instead of trying by itself. */
  online = true;

  constructor(parts: { api: Api; store: InboxStore; drafts: Drafts; clock: ServerClock; seesAll: boolean }) {
    this.#api = parts.api;
    this.#seesAll = parts.seesAll;
    this.store = parts.store;
    this.drafts = parts.drafts;
    this.clock = parts.clock;
    this.#outbox = new Outbox(parts.store.me);
  }

  /** What was on its way when the page was closed goes on. */
  async begin(): Promise<void> {
    await this.#outbox.open();
    this.#announce();
    if (this.online) this.#sendAll();
  }

  // ── Live ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** Collected, and applied once per frame, however many come. */
  receive = (event: LiveEvent): void => {
    this.#incoming.push(event);
    if (this.#scheduled) return;
    this.#scheduled = true;
    const hidden = globalThis.document?.visibilityState === "hidden";
    if (hidden || typeof requestAnimationFrame !== "function") setTimeout(this.#applyIncoming, 200);
    else {
      // A frame may never come when the tab is hidden meanwhile.
      const timer = setTimeout(this.#applyIncoming, 250);
      requestAnimationFrame(() => {
        clearTimeout(timer);
        this.#applyIncoming();
      });
    }
  };

  #applyIncoming = (): void => {
    this.#scheduled = false;
    if (this.#incoming.length === 0) return;
    const events = this.#incoming.splice(0);
    this.applied += events.length;
    this.store.apply(events);
    this.settle();
  };

  gone = (id: Uuid): void => {
    this.#applyIncoming();
    this.store.gone(id);
    this.settle();
  };

  /** A gap that cannot be replayed: read again what is on the screen; the rest when it is looked at. */
  resync = (): void => {
    this.store.everythingIsStale();
    if (this.#activeView) void this.loadView(this.#activeView);
    if (this.#open) void this.openThread(this.#open);
    this.settle();
  };

  connected(online: boolean): void {
    this.online = online;
    if (!online) return;
    this.#retries.now();
    this.#sendAll();
  }

  #sendAll(): void {
    for (const id of this.#outbox.conversations()) void this.#work(id);
  }

  /** Asks for what the store found that it is missing. */
  settle(): void {
    const view = this.#activeView;
    if (view && this.store.isStale(view) && this.store.view(view).state === "ready") this.#rereadSoon(view);
    for (const id of this.store.takeWanted()) this.#toFetch.add(id);
    this.#fetchWanted();
    if (this.store.takeRegained().includes(this.#open ?? "")) void this.openThread(this.#open!);
  }

  #fetchWanted(): void {
    while (this.#fetching < 4) {
      const id = this.#toFetch.values().next().value;
      if (id === undefined) return;
      this.#toFetch.delete(id);
      this.#fetching++;
      void this.#fetchRow(id).finally(() => {
        this.#fetching--;
        this.#fetchWanted();
      });
    }
  }

  async #fetchRow(id: Uuid): Promise<void> {
    const askedAt = this.store.moment();
    const what = `row ${id}`;
    try {
      this.store.putConversation(await this.#api.conversation(id), askedAt);
      this.#retries.done(what);
    } catch (error) {
      if (isMissing(error)) this.store.conversationIsMissing(id);
      else
        this.#retries.later(
          what,
          () => true,
          () => {
            this.store.want(id);
            this.settle();
          },
        );
    }
  }

  // ── Lists ──────────────────────────────────────────────────────────────────────────────────────────────────

  show(view: View): void {
    this.#activeView = view;
    this.store.show(view);
    if (this.store.isStale(view) && this.store.view(view).state !== "loading") void this.loadView(view);
  }

  /** These rows are on the screen now. */
  see(ids: readonly Uuid[]): void {
    this.store.see(ids);
    this.settle();
  }

  #rereadSoon(view: View): void {
    this.#rereading ??= setTimeout(() => {
      this.#rereading = undefined;
      if (this.#activeView === view && this.store.isStale(view)) void this.loadView(view);
    }, REREAD_AFTER);
  }

  /** Reads a list anew as far as it was read before; what is shown stays until it is known better. */
  async loadView(view: View): Promise<void> {
    const what = `list ${view}`;
    const before = this.store.isTooLong(view) ? 0 : this.store.view(view).ids.length;
    const limit = before > PAGE ? REREAD_PAGE : PAGE;
    this.store.viewIsLoading(view, false);
    try {
      let cursor: string | undefined;
      let after: string | null = null;
      let loaded = 0;
      do {
        const askedAt = this.store.moment();
        const page: Page<Conversation> = await this.#api.conversations({ view, cursor, limit });
        loaded += page.items.length;
        cursor = page.nextCursor;
        const more = cursor !== undefined && loaded < Math.min(before, MAX_REREAD);
        after = this.store.putPage(view, page, { after, more, askedAt });
        if (!more) break;
      } while (cursor !== undefined);
      this.#retries.done(what);
    } catch {
      this.store.viewFailed(view);
      this.#retries.later(
        what,
        () => this.#activeView === view && this.store.isStale(view),
        () => void this.loadView(view),
      );
    }
    this.settle();
  }

  async loadMore(view: View): Promise<void> {
    const { hasMore, loadingMore, cursor, state } = this.store.view(view);
    const what = `more of ${view}`;
    if (!hasMore || loadingMore || state !== "ready" || this.#retries.isWaiting(what)) return;
    this.store.viewIsLoading(view, true);
    const askedAt = this.store.moment();
    const after = this.store.endOf(view);
    try {
      const page = await this.#api.conversations({ view, cursor: cursor ?? undefined, limit: PAGE });
      this.store.putPage(view, page, { after, more: false, askedAt });
      this.#retries.done(what);
    } catch (error) {
      this.store.viewFailed(view);
      if (error instanceof ApiProblem && error.reasonKey === "invalid-cursor") void this.loadView(view);
      else
        this.#retries.later(
          what,
          () => this.#activeView === view,
          () => void this.loadMore(view),
        );
    }
    this.settle();
  }

  // ── One conversation ───────────────────────────────────────────────────────────────────────────────────────

  look(id: Uuid | null): void {
    this.#open = id;
    this.store.open(id);
    for (const { unsent } of id === null ? [] : this.#outbox.of(id)) this.store.addUnsent(unsent);
    if (id !== null && this.store.threadIsStale(id)) void this.openThread(id);
  }

  /** Reads the newest page, the notes and the history, side by side. */
  async openThread(id: Uuid): Promise<void> {
    this.store.threadIsLoading(id, false);
    this.store.historyIsLoading(id);
    void this.#loadNotes(id);
    if (!this.store.conversation(id) || this.store.threadIsStale(id)) void this.#fetchRow(id);
    const timeline = this.#api
      .timeline(id, { limit: PAGE })
      .then((page) => {
        this.store.putTimeline(id, page, false);
        this.#retries.done(`thread ${id}`);
      })
      .catch((error: unknown) => {
        if (isMissing(error)) {
          this.store.conversationIsMissing(id);
          return;
        }
        this.store.threadFailed(id);
        this.#retries.later(
          `thread ${id}`,
          () => this.#open === id && this.store.threadIsStale(id),
          () => void this.openThread(id),
        );
      });
    const before = this.store.thread(id)?.items.length ?? 0;
    await Promise.all([timeline, this.loadHistory(id)]);
    // Read anew after a gap: as far back as it was.
    for (let round = 0; round < 10 && (this.store.thread(id)?.items.length ?? 0) < before; round++) {
      await this.loadOlder(id);
    }
    await this.#historyReachesThread(id);
  }

  async loadOlder(id: Uuid): Promise<void> {
    const thread = this.store.thread(id);
    const what = `older of ${id}`;
    if (!thread || thread.olderCursor === null || thread.loadingOlder || thread.state !== "ready") return;
    if (this.#retries.isWaiting(what)) return;
    this.store.threadIsLoading(id, true);
    try {
      const page = await this.#api.timeline(id, {
        before: thread.olderCursor,
        limit: PAGE,
      });
      this.store.putTimeline(id, page, true);
      this.#retries.done(what);
    } catch {
      this.store.threadFailed(id);
      this.#retries.later(
        what,
        () => this.#open === id,
        () => void this.loadOlder(id),
      );
      return;
    }
    await this.#historyReachesThread(id);
  }

  async #loadNotes(id: Uuid): Promise<void> {
    const askedAt = this.store.moment();
    const notes: Note[] = [];
    let cursor: string | undefined;
    try {
      do {
        const page: Page<Note> = await this.#api.notes(id, { cursor });
        notes.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== undefined && notes.length < 5_000);
      this.store.putNotes(id, notes, askedAt);
      this.#retries.done(`notes ${id}`);
    } catch (error) {
      // Without the right to read notes there are none to show.
      if (isPassing(error))
        this.#retries.later(
          `notes ${id}`,
          () => this.#open === id,
          () => void this.#loadNotes(id),
        );
    }
  }

  async loadHistory(id: Uuid, older = false): Promise<void> {
    if (this.#loadingHistory.has(id)) return;
    this.#loadingHistory.add(id);
    const cursor = (older && this.store.thread(id)?.historyCursor) || undefined;
    try {
      const page = await this.#api.history(id, { cursor, limit: HISTORY_PAGE });
      this.store.putHistory(id, page, older);
      this.#retries.done(`history ${id}`);
    } catch (error) {
      this.store.historyFailed(id);
      if (isPassing(error))
        this.#retries.later(
          `history ${id}`,
          () => this.#open === id,
          () => void this.loadHistory(id, older),
        );
    } finally {
      this.#loadingHistory.delete(id);
    }
  }

  /** The thread's system lines come from the history: it must reach as far back as the messages shown. */
  async #historyReachesThread(id: Uuid): Promise<void> {
    for (let round = 0; round < 10; round++) {
      const thread = this.store.thread(id);
      if (!thread || thread.historyCursor === null || thread.historyState !== "ready") return;
      const oldestShown = thread.items[0];
      const oldestFact = thread.history.at(-1);
      if (!oldestShown || !oldestFact || milliseconds(oldestFact.at) <= milliseconds(oldestShown.at)) return;
      await this.loadHistory(id, true);
    }
  }

  /** The open conversation is in front of a person. */
  markRead(id: Uuid, sequence: number): void {
    const known = this.store.conversation(id);
    if (!known || sequence <= (this.#reads.get(id) ?? 0)) return;
    const nothingNew = known.unread === 0 && !this.#reads.has(id);
    this.#reads.set(id, sequence);
    this.store.markRead(id, sequence);
    if (nothingNew) return;
    this.#api.read(id, sequence).catch((error: unknown) => {
      if (isPassing(error) && this.#reads.get(id) === sequence) this.#reads.delete(id);
    });
  }

  // ── Who holds it ───────────────────────────────────────────────────────────────────────────────────────────

  /** @throws ApiProblem with the winner, when somebody was faster */
  take(id: Uuid, how: { takeOver?: boolean } = {}): Promise<Assignment> {
    return this.#assign(id, how);
  }

  /** Gives it to a colleague. */
  async assign(id: Uuid, colleague: Operator): Promise<void> {
    await this.#assign(id, { operatorId: colleague.id });
  }

  async #assign(id: Uuid, how: { takeOver?: boolean; operatorId?: Uuid }): Promise<Assignment> {
    try {
      const assignment = await this.#api.assign(id, how);
      this.#nowHeld(id, assignment);
      this.settle();
      return assignment;
    } catch (error) {
      this.#learn(id, error);
      throw error;
    }
  }

  /** Those to whom a conversation can be given. */
  async colleagues(): Promise<Operator[]> {
    const { items } = await this.#api.operators();
    return items.filter(({ id, mayHold }) => id !== this.store.me && mayHold);
  }

  async release(id: Uuid): Promise<void> {
    try {
      this.store.putAssignment(await this.#api.release(id));
      this.settle();
    } catch (error) {
      this.#learn(id, error);
      throw error;
    }
  }

  async reopen(id: Uuid): Promise<void> {
    this.store.putConversation(await this.#api.reopen(id));
    this.settle();
  }

  /**
   * Says that nothing is left to do, as far as this screen shows.
   *
   * @returns false when something was added that it did not show; now it does, and the refusal says so
   */
  async resolve(id: Uuid): Promise<boolean> {
    for (let lastSeen = this.store.thread(id)?.lastSequence ?? 0; ;) {
      try {
        const row = await this.#api.resolve(id, lastSeen);
        if (this.#refusals.get(id)?.mode === "resolve") this.dismissRefusal(id);
        this.store.putConversation(row);
        this.settle();
        return true;
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.reasonKey !== "stale-view") throw error;
        this.#learn(id, error);
        const { added = [], lastSequence = lastSeen } = error.problem;
        // One's own reply that arrived meanwhile surprises nobody.
        if (lastSequence > lastSeen && added.length > 0 && added.every((item) => this.#isMine(item))) {
          lastSeen = lastSequence;
          continue;
        }
        this.#refusals.set(id, { mode: "resolve", text: "", problem: error.problem, lastSequence: null });
        this.#announce();
        return false;
      }
    }
  }

  /** Decides about a message of which nobody knows whether it was sent. */
  async settleDoubt(item: TimelineItem, outcome: DoubtOutcome): Promise<void> {
    const { id, conversationId } = item;
    const request: ResolutionRequest =
      outcome === "arrived"
        ? { outcome }
        : {
            outcome,
            id: this.#idToSendAgain(id),
            epoch: this.store.conversation(conversationId)?.epoch ?? 0,
          };
    try {
      const settled = await this.#api.settle(conversationId, id, request);
      this.#again.delete(id);
      this.store.putItem(settled);
      this.settle();
    } catch (error) {
      this.#learn(conversationId, error);
      throw error;
    }
  }

  #idToSendAgain(id: Uuid): Uuid {
    const again = this.#again.get(id) ?? uuidv7();
    this.#again.set(id, again);
    return again;
  }

  /** A refusal tells what is true now. */
  #learn(id: Uuid, error: unknown): void {
    if (!(error instanceof ApiProblem)) return;
    const { problem } = error;
    if (problem.epoch !== undefined && problem.holder) {
      this.#nowHeld(id, { epoch: problem.epoch, assignee: problem.holder });
    }
    for (const item of problem.added ?? []) this.store.putItem(item);
    if (problem.message) this.store.putItem(problem.message);
    if (problem.reasonKey === "window-closed" && problem.windowExpiresAt) {
      this.store.putWindow(id, problem.windowExpiresAt);
    }
    this.settle();
  }

  /** Who sees only his own sees it no more when it is a colleague's. */
  #nowHeld(id: Uuid, { epoch, assignee }: Pick<Assignment, "epoch" | "assignee">): void {
    const isNews = epoch >= (this.store.conversation(id)?.epoch ?? 0);
    if (isNews && assignee && assignee.id !== this.store.me && !this.#seesAll) this.store.gone(id);
    else this.store.putAssignment({ conversationId: id, epoch, assignee });
  }

  // ── Writing ────────────────────────────────────────────────────────────────────────────────────────────────

  refusal = (id: Uuid): Refusal | null => this.#refusals.get(id) ?? null;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  dismissRefusal(id: Uuid): void {
    if (this.#refusals.delete(id)) this.#announce();
  }

  /** Replies and notes that wait for the line. */
  waiting(): number {
    return this.#outbox.size;
  }

  /** Shown at once; sent in order; comes back as a draft if the server refuses. */
  write(id: Uuid, mode: Mode, text: string, sendAnyway?: { lastSequence: number }): void {
    const thread = this.store.thread(id);
    const row = this.store.conversation(id);
    if (!thread || !row) return;
    this.dismissRefusal(id);
    this.drafts.set(id, mode, "");
    this.drafts.save();
    const unsent: Unsent = {
      id: uuidv7(),
      conversationId: id,
      kind: mode,
      text,
      at: new Date(this.clock.now()).toISOString(),
      state: this.online && this.#outbox.of(id)[0]?.unsent.state !== "waiting" ? "sending" : "held",
    };
    this.store.addUnsent(unsent);
    const job: Job = {
      unsent,
      seen: sendAnyway?.lastSequence ?? thread.lastSequence,
      epoch: row.assignee ? row.epoch : null,
      anyway: sendAnyway !== undefined,
      tried: false,
    };
    this.#outbox.add(job);
    this.#announce();
    void this.#work(id);
  }

  /** Takes back what was not sent yet: the text is a draft again. */
  cancel(conversationId: Uuid, id: Uuid): void {
    const job = this.#outbox.of(conversationId).find(({ unsent }) => unsent.id === id);
    if (!job || job.tried) return;
    this.#finished(job);
    this.drafts.giveBack(conversationId, job.unsent.kind, job.unsent.text);
  }

  readonly #working = new Set<Uuid>();

  async #work(id: Uuid): Promise<void> {
    if (this.#working.has(id)) return;
    this.#working.add(id);
    try {
      for (let failures = 0; ;) {
        const job = this.#outbox.of(id)[0];
        if (!job) break;
        // The live line may be down and the server be there all the same; without a network nothing is.
        if (!this.online && navigator.onLine === false) {
          this.#show(job, job.tried ? "waiting" : "held");
          return;
        }
        this.#show(job, failures === 0 ? "sending" : "waiting");
        if (!job.tried) {
          job.tried = true;
          this.#outbox.keep(job);
        }
        try {
          await (job.unsent.kind === "note" ? this.#sendNote(job) : this.#sendReply(job));
          failures = 0;
          this.#finished(job);
        } catch (error) {
          if (!isPassing(error) || (isFault(error) && failures >= MOST_FAULTS)) {
            this.#refused(id, job, error);
            failures = 0;
            continue;
          }
          this.#show(job, "waiting");
          for (const next of this.#outbox.of(id)) if (!next.tried) this.#show(next, "held");
          this.#announce();
          if (!this.online) return;
          if (failures >= 6) {
            setTimeout(() => void this.#work(id), LATER);
            return;
          }
          await pause(Math.min(500 * 2 ** failures++, 8_000));
        }
      }
    } finally {
      this.#working.delete(id);
      this.#announce();
    }
  }

  #show(job: Job, state: Unsent["state"]): void {
    job.unsent = { ...job.unsent, state };
    this.store.updateUnsent(job.unsent.conversationId, job.unsent.id, state);
  }

  #finished(job: Job): void {
    this.#outbox.remove(job);
    this.store.removeUnsent(job.unsent.conversationId, job.unsent.id);
    this.#announce();
  }

  #refused(id: Uuid, job: Job, error: unknown): void {
    const problem: Problem =
      error instanceof ApiProblem ? error.problem : { status: 0, reasonKey: "not-signed-in" };
    this.#learn(id, error);
    // What was to follow in the same mode stops too, and comes back with it, in order.
    const back = this.#outbox.of(id).filter((other) => other.unsent.kind === job.unsent.kind);
    for (const other of back) this.#finished(other);
    const text = back.map((other) => other.unsent.text).join("\n");
    this.drafts.giveBack(id, job.unsent.kind, text);
    this.#refusals.set(id, {
      mode: job.unsent.kind,
      text,
      problem,
      lastSequence: problem.reasonKey === "stale-view" ? (problem.lastSequence ?? null) : null,
    });
    this.#announce();
  }

  async #sendNote({ unsent }: Job): Promise<void> {
    const { conversationId, id, text } = unsent;
    const epoch = this.store.conversation(conversationId)?.epoch ?? 0;
    const note = await patiently(epoch, () => this.#api.addNote(conversationId, { id, text, epoch }));
    this.store.putNote(note);
  }

  async #sendReply(job: Job): Promise<void> {
    const { conversationId, id, text } = job.unsent;
    if (job.epoch === null) {
      job.epoch = (await this.take(conversationId)).epoch;
      this.#outbox.keep(job);
    }
    const request: ReplyRequest = {
      id,
      content: { type: "text", text },
      lastSeen: this.#seenBy(job),
      epoch: job.epoch,
      ...(job.anyway ? { anyway: true } : {}),
    };
    const item = await patiently(job.epoch, () => this.#api.reply(conversationId, request));
    this.store.putItem(item);
  }

  /** What its author had seen, and his own replies that followed at once: they cannot surprise him. */
  #seenBy(job: Job): number {
    const mine = new Set<number>();
    for (const item of this.store.thread(job.unsent.conversationId)?.items ?? []) {
      if (this.#isMine(item)) mine.add(item.sequence);
    }
    let seen = job.seen;
    while (mine.has(seen + 1)) seen++;
    return seen;
  }

  #isMine = ({ direction, author }: TimelineItem): boolean =>
    direction === "outbound" && author.id === this.store.me;

  #announce(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The server failed, and did not say that it is away: it may fail like this for ever. */
const isFault = (error: unknown): boolean =>
  error instanceof ApiProblem && error.status >= 500 && ![502, 503, 504].includes(error.status);

const isMissing = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 404 || error.status === 403);

/** A service has not heard yet of the assignment that this page knows: a moment's patience. */
async function patiently<T>(epoch: number, work: () => Promise<T>): Promise<T> {
  for (let round = 0; ; round++) {
    try {
      return await work();
    } catch (error) {
      if (round >= 4 || !isBehind(error, epoch)) throw error;
      await pause(150 * 2 ** round);
    }
  }
}

const isBehind = (error: unknown, epoch: number): boolean => {
  if (!(error instanceof ApiProblem)) return false;
  const { reasonKey, epoch: known } = error.problem;
  if (reasonKey === "not-assigned") return known === undefined || known < epoch;
  if (["epoch-unknown", "epoch-passed", "held-by-another-operator"].includes(reasonKey))
    return known !== undefined && known < epoch;
  return false;
};
