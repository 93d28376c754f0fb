/**
 * The server's clock as this browser knows it. Everything that ends by the clock (the 24-hour window, "today")
 * follows it, never the clock of the operator's computer.
 */
export class ServerClock {
  #offset = 0;
  readonly #listeners = new Set<() => void>();
  readonly #local: () => number;

  constructor(local: () => number = () => Date.now()) {
    this.#local = local;
  }

  now = (): number => this.#local() + this.#offset;

  /** The server said what time it is. Small differences are the line's own delay, and no news. */
  heard(serverTime: string): void {
    const time = Date.parse(serverTime);
    if (Number.isNaN(time)) return;
    const offset = time - this.#local();
    const moved = Math.abs(offset - this.#offset) > 750;
    if (!moved && this.#offset !== 0) return;
    this.#offset = offset;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Called when the clock jumps, not when it passes. */
  onJump = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
