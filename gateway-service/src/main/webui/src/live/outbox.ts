import type { Uuid } from "../api/types";
import { localStore, sessionStore } from "../lib/storage";
import type { Unsent } from "./threads";

/** A reply or a note on its way. */
export interface Job {
  unsent: Unsent;
  /** The newest place in the log that its author had before him. */
  seen: number;
  /** Under which responsibility it was written; `null`: nobody held it, so it is taken first. */
  epoch: number | null;
  anyway: boolean;
  /** His author knows that another application answers this customer, and takes him from it. */
  takeOver?: boolean;
  /** It was sent at least once, and may have arrived. */
  tried: boolean;
}

interface Kept {
  tab: string;
  /** Higher than that of everything written before, also in the same millisecond. */
  order: number;
  job: Job;
}

const PREFIX = "centralino.outbox";
const TAB = "centralino.tab";

/**
 * What is on its way, per conversation and in order. It is on disk until the server has answered, so it survives a crash
 * and a closed tab: the next tab of the same operator sends it.
 */
export class Outbox {
  readonly #owner: Uuid;
  readonly #jobs = new Map<Uuid, Job[]>();
  readonly #orders = new Map<Uuid, number>();
  #tab = "";
  #last = 0;

  constructor(owner: Uuid) {
    this.#owner = owner;
  }

  /** Takes over what was left by this tab before it was loaded again, and by tabs that are no more. */
  async open(): Promise<void> {
    this.#tab = await ownTab();
    const alive = await tabs();
    const kept = localStore
      .keys(`${PREFIX}.${this.#owner}.`)
      .map((key) => read(key))
      .filter((found) => found !== null)
      .filter(({ tab }) => tab === this.#tab || !alive.has(`${TAB}.${tab}`))
      .sort((one, two) => one.order - two.order);
    for (const { job } of kept) this.add({ ...job, unsent: { ...job.unsent, state: "waiting" } });
  }

  of = (conversationId: Uuid): readonly Job[] => this.#jobs.get(conversationId) ?? [];
  conversations = (): Uuid[] => [...this.#jobs.keys()];

  get size(): number {
    let size = 0;
    for (const jobs of this.#jobs.values()) size += jobs.length;
    return size;
  }

  add(job: Job): void {
    const id = job.unsent.conversationId;
    const jobs = this.#jobs.get(id);
    if (jobs) jobs.push(job);
    else this.#jobs.set(id, [job]);
    this.#last = Math.max(Date.now(), this.#last + 1);
    this.#orders.set(job.unsent.id, this.#last);
    this.keep(job);
  }

  /** Writes down what became different. */
  keep(job: Job): void {
    const order = this.#orders.get(job.unsent.id) ?? 0;
    localStore.write(this.#keyOf(job), JSON.stringify({ tab: this.#tab, order, job } satisfies Kept));
  }

  remove(job: Job): void {
    const id = job.unsent.conversationId;
    const left = this.of(id).filter((other) => other !== job);
    if (left.length > 0) this.#jobs.set(id, left);
    else this.#jobs.delete(id);
    this.#orders.delete(job.unsent.id);
    localStore.write(this.#keyOf(job), null);
  }

  #keyOf = (job: Job): string => `${PREFIX}.${this.#owner}.${job.unsent.id}`;
}

function read(key: string): Kept | null {
  try {
    const kept = JSON.parse(localStore.read(key) ?? "null") as Kept | null;
    return kept?.job?.unsent?.id && kept.job.unsent.conversationId && kept.job.unsent.content ? kept : null;
  } catch {
    // Not ours, or damaged.
    return null;
  }
}

/** The name of this tab, which it keeps when it is loaded again. A tab that was made from another gets a new one. */
async function ownTab(): Promise<string> {
  const known = sessionStore.read(TAB);
  const tab = known !== null && (await claimed(known)) ? known : crypto.randomUUID();
  if (tab !== known) await claimed(tab);
  sessionStore.write(TAB, tab);
  return tab;
}

/** Holds the name until the tab is closed. Browsers know locks on encrypted pages and on this machine only. */
function claimed(tab: string): Promise<boolean> {
  return new Promise((resolve) => {
    if (!navigator.locks) return resolve(true);
    void navigator.locks.request(`${TAB}.${tab}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => {});
    });
  });
}

async function tabs(): Promise<Set<string | undefined>> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return new Set(held.map(({ name }) => name));
}
