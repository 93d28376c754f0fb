import type { Uuid } from "../api/types";
import { sessionStore } from "../lib/storage";

export type Mode = "reply" | "note";
const KEY = "centralino.drafts";
/** Under which what is known of files that are to be sent is kept, each conversation's by itself. */
export const FILES = "centralino.files";

/** What an operator has begun to write, per conversation and mode. Never overwritten by loading; survives a reload. */
export class Drafts {
  readonly #drafts = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  readonly #owner: Uuid;
  #saving: ReturnType<typeof setTimeout> | undefined;

  constructor(owner: Uuid) {
    this.#owner = owner;
    try {
      const saved = JSON.parse(sessionStore.read(KEY) ?? "null") as {
        owner: Uuid;
        drafts: [string, string][];
      } | null;
      if (saved?.owner === owner) for (const [key, text] of saved.drafts) this.#drafts.set(key, text);
    } catch {
      // Not ours, or damaged: begin with none.
    }
    globalThis.addEventListener?.("pagehide", this.save);
  }

  get = (conversationId: Uuid, mode: Mode): string => this.#drafts.get(`${conversationId} ${mode}`) ?? "";

  set(conversationId: Uuid, mode: Mode, text: string): void {
    const key = `${conversationId} ${mode}`;
    if ((this.#drafts.get(key) ?? "") === text) return;
    if (text === "") this.#drafts.delete(key);
    else this.#drafts.set(key, text);
    for (const listener of [...this.#listeners]) listener();
    clearTimeout(this.#saving);
    this.#saving = setTimeout(this.save, 300);
  }

  /** A text that was on its way comes back, before whatever was begun since. */
  giveBack(conversationId: Uuid, mode: Mode, text: string): void {
    if (text === "") return;
    const since = this.get(conversationId, mode);
    this.set(conversationId, mode, since === "" ? text : `${text}\n${since}`);
    this.save();
  }

  save = (): void => {
    clearTimeout(this.#saving);
    const drafts = [...this.#drafts];
    sessionStore.write(KEY, drafts.length === 0 ? null : JSON.stringify({ owner: this.#owner, drafts }));
  };

  clear(): void {
    this.#drafts.clear();
    for (const key of sessionStore.keys(FILES)) sessionStore.write(key, null);
    this.save();
  }

  get size(): number {
    return this.#drafts.size;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
