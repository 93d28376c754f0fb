import { type Api, ApiProblem } from "../api/client";
import type {
  Assignment,
  Content,
  DoubtOutcome,
  Operator,
  Quoted,
  ResolutionRequest,
  TimelineItem,
  Speaker,
  Uuid,
  View,
} from "../api/types";
import { uuidv7 } from "../lib/ids";
import type { ServerClock } from "./clock";
import type { Drafts, Mode } from "./drafts";
import type { LiveEvent } from "./events";
import { Lists } from "./lists";
import { Reading } from "./reading";
import type { Found, Otherwise } from "./readingThread";
import type { RefusedFile } from "./refusedFiles";
import { type Refusal, type Seen, Sending } from "./sending";
import type { InboxStore } from "./store";
import type { Unsent } from "./threads";

/** What an operator can do in the inbox. Reads and commands go over HTTP; what comes of them, into the store. */
export class Inbox {
  readonly store: InboxStore;
  readonly drafts: Drafts;
  readonly clock: ServerClock;
  readonly #api: Api;
  readonly #lists: Lists;
  readonly #reading: Reading;
  readonly #sending: Sending;
  /** Whether this operator sees what colleagues hold. */
  readonly #seesAll: boolean;
  readonly #incoming: LiveEvent[] = [];
  #scheduled = false;
  /** Under which id a message in doubt is sent again, until the server has answered. */
  readonly #again = new Map<Uuid, Uuid>();
  /** How many live events were applied, for "7 updates arrived while you were away". */
  applied = 0;

  constructor(parts: { api: Api; store: InboxStore; drafts: Drafts; clock: ServerClock; seesAll: boolean }) {
    this.#api = parts.api;
    this.#seesAll = parts.seesAll;
    this.store = parts.store;
    this.drafts = parts.drafts;
    this.clock = parts.clock;
    this.#lists = new Lists(parts.api, parts.store);
    this.#reading = new Reading(parts.api, parts.store);
    this.#sending = new Sending({
      ...parts,
      take: (id) => this.take(id),
      learn: (id, error) => this.#learn(id, error),
    });
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

  /** A gap that cannot be replayed. */
  resync = (): void => {
    this.store.everythingIsStale();
    this.#lists.again();
    this.#reading.again();
  };

  connected(online: boolean): void {
    this.#sending.online = online;
    if (!online) return;
    this.#lists.now();
    this.#reading.now();
    this.#sending.sendAll();
  }

  // ── Reading ────────────────────────────────────────────────────────────────────────────────────────────────

  settle = (): void => {
    this.#lists.settle();
    this.#reading.settle();
  };
  show = (view: View, phoneNumberId: string | null = null): void => this.#lists.show(view, phoneNumberId);
  /** These rows are on the screen now; `atTop`: nothing stands above them. */
  see = (ids: readonly Uuid[], atTop = true): void => this.#lists.see(ids, atTop);
  loadView = (view: View): Promise<void> => this.#lists.load(view);
  /** What stands below, or above, what is known of a list; or at an index above that. */
  loadBelow = (view: View): Promise<void> => this.#lists.loadOlder(view);
  loadAbove = (view: View): Promise<void> => this.#lists.loadNewer(view);
  loadAt = (view: View, index: number): Promise<void> => this.#lists.loadAt(view, index);
  openThread = (id: Uuid): Promise<void> => this.#reading.openThread(id);
  loadOlder = (id: Uuid): Promise<void> => this.#reading.loadOlder(id);
  loadNewer = (id: Uuid): Promise<void> => this.#reading.loadNewer(id);
  /** Shows the part of a conversation in which a message stands. */
  showMessage = (id: Uuid, messageId: Uuid, otherwise?: Otherwise): Promise<Found> =>
    this.#reading.showMessage(id, messageId, otherwise);
  showNewest = (id: Uuid): void => this.store.showNewest(id);
  loadHistory = (id: Uuid, older = false): Promise<void> => this.#reading.loadHistory(id, older);
  /** The open conversation is in front of a person. */
  markRead = (id: Uuid, sequence: number): void => this.#reading.markRead(id, sequence);

  look(id: Uuid | null): void {
    this.#reading.look(id);
    if (id !== null) this.#sending.show(id);
  }

  // ── Writing ────────────────────────────────────────────────────────────────────────────────────────────────

  begin = (): Promise<void> => this.#sending.begin();
  /** Shown at once; sent in order; comes back as a draft if the server refuses. */
  write = (id: Uuid, mode: Mode, text: string, sendAnyway?: { lastSequence: number }): void =>
    this.#sending.write(id, mode, text, sendAnyway);
  /** The same for what is more than words. Whether it is on its way. */
  send = (id: Uuid, content: Unsent["content"], shown?: Content, sendAnyway?: Seen): boolean =>
    this.#sending.send(id, "reply", content, sendAnyway, shown);
  /** Files that were to be sent and were refused, for whoever shows them again. */
  takeBack = (id: Uuid): readonly RefusedFile[] => this.#sending.takeBack(id);
  /** Takes back what was not sent yet: the text is a draft again. */
  cancel = (conversationId: Uuid, id: Uuid): void => this.#sending.cancel(conversationId, id);
  /** Replies and notes that wait for the line. */
  takeFrom = (id: Uuid, application: Speaker): void => this.#sending.takeFrom(id, application);
  /** The message that the next reply answers; none, when it is said of no one. */
  answering = (id: Uuid): Quoted | undefined => this.#sending.answering(id);
  answer = (id: Uuid, quoted?: Quoted): void => this.#sending.answer(id, quoted);
  waiting = (): number => this.#sending.waiting();
  refusal = (id: Uuid): Refusal | null => this.#sending.refusal(id);
  dismissRefusal = (id: Uuid): void => this.#sending.dismissRefusal(id);
  subscribe = (listener: () => void): (() => void) => this.#sending.subscribe(listener);

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
    for (let lastSeen = this.store.seenIn(id); ;) {
      try {
        const row = await this.#api.resolve(id, lastSeen);
        if (this.refusal(id)?.mode === "resolve") this.dismissRefusal(id);
        this.store.putConversation(row);
        this.settle();
        return true;
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.reasonKey !== "stale-view") throw error;
        this.#learn(id, error);
        const { added = [], lastSequence = lastSeen } = error.problem;
        // One's own reply that arrived meanwhile surprises nobody.
        if (
          lastSequence > lastSeen &&
          added.length > 0 &&
          added.every((item) => this.#sending.isMine(item))
        ) {
          lastSeen = lastSequence;
          continue;
        }
        this.#sending.refuse(id, {
          ...{ mode: "resolve", text: "", problem: error.problem, lastSequence: null },
        });
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
}
