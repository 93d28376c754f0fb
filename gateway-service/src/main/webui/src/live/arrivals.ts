import type { Uuid } from "../api/types";

/** What came to the top of a list since that was last looked at. */
export class Arrivals {
  readonly #ids = new Set<Uuid>();
  #newest = "";
  /** The top is on the screen: what comes is seen. */
  isLookedAt = true;

  get count(): number {
    return this.#ids.size;
  }

  /** Everything up to this place was seen. @returns whether something was new */
  look(newest: string): boolean {
    const wasNew = this.#ids.size > 0;
    this.#newest = newest;
    this.#ids.clear();
    return wasNew;
  }

  /** `place`: where it stands in the list now; `null`: it is not of the list. */
  hear(id: Uuid, place: string | null): void {
    if (this.isLookedAt) return;
    if (place !== null && place > this.#newest) this.#ids.add(id);
    else this.#ids.delete(id);
  }
}
