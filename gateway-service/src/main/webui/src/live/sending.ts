import { type Api, ApiProblem, isPassing } from "../api/client";
import type { Content, Problem, Quoted, ReplyRequest, Speaker, TimelineItem, Uuid } from "../api/types";
import { uuidv7 } from "../lib/ids";
import { wordsIn } from "../lib/messageWords";
import type { ServerClock } from "./clock";
import type { Drafts, Mode } from "./drafts";
import { type Job, Outbox } from "./outbox";
import { patiently, pause } from "./patience";
import { type RefusedFile, RefusedFiles } from "./refusedFiles";
import { Answering } from "./answering";
import type { InboxStore } from "./store";
import type { Unsent } from "./threads";

/** The server refused what an operator wrote, or that all is done. The text is in the draft again; this says why. */
export interface Refusal {
  mode: Mode | "resolve";
  text: string;
  /** What was more than words, and comes back as no draft. */
  again?: Unsent | undefined;
  problem: Problem;
  /** For "send anyway": the log as it is now. */
  lastSequence: number | null;
}

/** What its author has seen by now, for "send anyway". */
export type Seen = { lastSequence: number };

interface Parts {
  api: Api;
  store: InboxStore;
  drafts: Drafts;
  clock: ServerClock;
  /** Takes the conversation that nobody holds; gives the epoch. */
  take: (id: Uuid) => Promise<{ epoch: number }>;
  /** A refusal tells what is true now. */
  learn: (id: Uuid, error: unknown) => void;
}

const LATER = 15_000;
/** So often a fault of the server is met with patience. */
const MOST_FAULTS = 4;

/** Sends what operators write, in order per conversation, and tells honestly what became of it. */
export class Sending {
  readonly #api: Api;
  readonly #store: InboxStore;
  readonly #drafts: Drafts;
  readonly #clock: ServerClock;
  readonly #take: Parts["take"];
  readonly #learn: Parts["learn"];
  readonly #outbox: Outbox;
  readonly #refusals = new Map<Uuid, Refusal>();
  readonly #files = new RefusedFiles();
  readonly #takenFrom = new Map<Uuid, Speaker>();
  readonly #answering = new Answering();
  readonly #listeners = new Set<() => void>();
  /** When false, what cannot be sent waits for the line instead of trying by itself. */
  online = true;

  constructor({ api, store, drafts, clock, take, learn }: Parts) {
    this.#api = api;
    this.#store = store;
    this.#drafts = drafts;
    this.#clock = clock;
    this.#take = take;
    this.#learn = learn;
    this.#outbox = new Outbox(store.me);
  }

  /** What was on its way when the page was closed goes on. */
  async begin(): Promise<void> {
    await this.#outbox.open();
    this.#announce();
    if (this.online) this.sendAll();
  }

  sendAll(): void {
    for (const id of this.#outbox.conversations()) void this.#work(id);
  }

  /** Shows what waits in a conversation. */
  show(id: Uuid): void {
    for (const { unsent } of this.#outbox.of(id)) this.#store.addUnsent(unsent);
  }

  takeBack = (id: Uuid): readonly RefusedFile[] => this.#files.take(id);

  refusal = (id: Uuid): Refusal | null => this.#refusals.get(id) ?? null;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  refuse(id: Uuid, refusal: Refusal): void {
    this.#refusals.set(id, refusal);
    this.#announce();
  }

  dismissRefusal(id: Uuid): void {
    if (this.#refusals.delete(id)) this.#announce();
  }

  /** The operator knows that this application answers the customer, and takes him from it with the next reply. */
  takeFrom(id: Uuid, application: Speaker): void {
    this.#takenFrom.set(id, application);
  }

  /** The message that the next reply answers. */
  answering = (id: Uuid): Quoted | undefined => this.#answering.get(id);

  answer(id: Uuid, quoted?: Quoted): void {
    this.#answering.put(id, quoted);
    this.#announce();
  }

  /** Replies and notes that wait for the line. */
  waiting(): number {
    return this.#outbox.size;
  }

  /** Shown at once; sent in order; comes back as a draft if the server refuses. */
  write(id: Uuid, mode: Mode, text: string, sendAnyway?: Seen): void {
    if (!this.send(id, mode, { type: "text", text }, sendAnyway)) return;
    this.#drafts.set(id, mode, "");
    this.#drafts.save();
  }

  /** As what is written, for what is more than words. Whether it is on its way. */
  send(id: Uuid, mode: Mode, content: Unsent["content"], sendAnyway?: Seen, shown?: Content): boolean {
    const thread = this.#store.thread(id);
    const row = this.#store.conversation(id);
    if (!thread || !row) return false;
    this.dismissRefusal(id);
    const answers = mode === "reply" && this.#answering.take(id);
    const unsent: Unsent = {
      id: uuidv7(),
      conversationId: id,
      kind: mode,
      content,
      ...(shown && { shown }),
      ...(answers && { answers }),
      at: new Date(this.#clock.now()).toISOString(),
      state: this.online && this.#outbox.of(id)[0]?.unsent.state !== "waiting" ? "sending" : "held",
    };
    const job: Job = {
      unsent,
      seen: sendAnyway?.lastSequence ?? this.#store.seenIn(id),
      epoch: row.assignee ? row.epoch : null,
      anyway: sendAnyway !== undefined,
      takeOver: mode === "reply" && row.handledBy !== undefined && row.handledBy === this.#takenFrom.get(id),
      tried: false,
    };
    this.#store.showNewest(id);
    this.#store.addUnsent(unsent);
    this.#outbox.add(job);
    this.#announce();
    void this.#work(id);
    return true;
  }

  /** Takes back what was not sent yet: the text is a draft again. */
  cancel(conversationId: Uuid, id: Uuid): void {
    const job = this.#outbox.of(conversationId).find(({ unsent }) => unsent.id === id);
    if (!job || job.tried) return;
    this.#finished(job);
    this.#answering.again(job);
    this.#drafts.giveBack(conversationId, job.unsent.kind, wordsIn(job.unsent.content));
    if (this.#files.put([job])) this.#announce();
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
    this.#store.updateUnsent(job.unsent.conversationId, job.unsent.id, state);
  }

  #finished(job: Job): void {
    this.#outbox.remove(job);
    this.#store.removeUnsent(job.unsent.conversationId, job.unsent.id);
    this.#announce();
  }

  #refused(id: Uuid, job: Job, error: unknown): void {
    const problem: Problem =
      error instanceof ApiProblem ? error.problem : { status: 0, reasonKey: "not-signed-in" };
    this.#learn(id, error);
    // What was to follow in the same mode stops too, and comes back with it, in order.
    const back = this.#outbox.of(id).filter((other) => other.unsent.kind === job.unsent.kind);
    for (const other of back) this.#finished(other);
    for (const other of back) this.#answering.again(other, other === job ? problem.reasonKey : undefined);
    const texts = back.map(({ unsent }) => wordsIn(unsent.content));
    const text = texts.filter(Boolean).join("\n");
    const files = this.#files.put(back, job, problem);
    this.#drafts.giveBack(id, job.unsent.kind, text);
    this.#refusals.set(id, {
      mode: job.unsent.kind,
      text,
      again: back.find(({ unsent: { shown } }) => shown)?.unsent,
      problem,
      lastSequence: problem.reasonKey === "stale-view" && !files ? (problem.lastSequence ?? null) : null,
    });
    this.#announce();
  }

  async #sendNote({ unsent }: Job): Promise<void> {
    const { conversationId, id, content } = unsent;
    const text = wordsIn(content);
    const epoch = this.#store.conversation(conversationId)?.epoch ?? 0;
    const note = await patiently(epoch, () => this.#api.addNote(conversationId, { id, text, epoch }));
    this.#store.putNote(note);
  }

  async #sendReply(job: Job): Promise<void> {
    const { conversationId, id, content, answers } = job.unsent;
    if (job.epoch === null) {
      job.epoch = (await this.#take(conversationId)).epoch;
      this.#outbox.keep(job);
    }
    const request: ReplyRequest = {
      id,
      content,
      ...(answers && { answers: answers.messageId }),
      lastSeen: this.#seenBy(job),
      epoch: job.epoch,
      ...(job.anyway ? { anyway: true } : {}),
      ...(job.takeOver ? { takeOver: true } : {}),
    };
    const item = await patiently(job.epoch, () => this.#api.reply(conversationId, request));
    this.#takenFrom.delete(conversationId);
    this.#store.putItem(item);
  }

  /** What its author had seen, and his own replies that followed at once: they cannot surprise him. */
  #seenBy(job: Job): number {
    const mine = new Set<number>();
    for (const item of this.#store.thread(job.unsent.conversationId)?.newest ?? []) {
      if (this.isMine(item)) mine.add(item.sequence);
    }
    let seen = job.seen;
    while (mine.has(seen + 1)) seen++;
    return seen;
  }

  isMine = ({ direction, author }: TimelineItem): boolean =>
    direction === "outbound" && author.id === this.#store.me;

  #announce(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The server failed, and did not say that it is away: it may fail like this for ever. */
const isFault = (error: unknown): boolean =>
  error instanceof ApiProblem && error.status >= 500 && ![502, 503, 504].includes(error.status);
