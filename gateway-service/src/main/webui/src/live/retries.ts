import { backOff } from "../lib/backoff";

interface Waiting {
  timer: ReturnType<typeof setTimeout>;
  read: () => void;
}

/** What could not be read is read again by itself, each time after a longer pause, while somebody looks at it. */
export class Retries {
  readonly #failures = new Map<string, number>();
  readonly #waiting = new Map<string, Waiting>();

  isWaiting(what: string): boolean {
    return this.#waiting.has(what);
  }

  /** `isWanted` is asked when the pause is over. */
  later(what: string, isWanted: () => boolean, read: () => void): void {
    const before = this.#waiting.get(what);
    if (before) clearTimeout(before.timer);
    const failures = this.#failures.get(what) ?? 0;
    this.#failures.set(what, failures + 1);
    const again = () => {
      this.#waiting.delete(what);
      if (isWanted()) read();
      else this.#failures.delete(what);
    };
    const timer = setTimeout(again, backOff(failures));
    this.#waiting.set(what, { timer, read: again });
  }

  /** It was read. */
  done(what: string): void {
    this.#failures.delete(what);
    const waiting = this.#waiting.get(what);
    if (waiting) clearTimeout(waiting.timer);
    this.#waiting.delete(what);
  }

  /** The line is back: no reason to wait. */
  now(): void {
    for (const { timer, read } of [...this.#waiting.values()]) {
      clearTimeout(timer);
      read();
    }
  }
}
