/** What changed since it was last announced, and who wants to know of what. */
export class Changes {
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #changed = new Set<string>();
  #moment = 0;

  /** To tell what changed while a request was under way. */
  moment = (): number => this.#moment;
  next = (): number => ++this.#moment;

  /** `c:<id>` a row, `v:<view>` a list, `t:<id>` a thread, `counts`. */
  subscribe = (key: string, listener: () => void): (() => void) => {
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(key) === listeners) this.#listeners.delete(key);
    };
  };

  note(key: string): void {
    this.#changed.add(key);
  }

  announce(): void {
    if (this.#changed.size === 0) return;
    const changed = [...this.#changed];
    this.#changed.clear();
    for (const key of changed) for (const listener of [...(this.#listeners.get(key) ?? [])]) listener();
  }
}
