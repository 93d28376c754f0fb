import { bisect } from "./bisect";

/** Where somebody reads: at the end, or so far below the top of an entry (above it, when negative). */
export type Place = "end" | { key: string; below: number };

/** So near the end, one is at it. */
const AT_END = 60;

/**
 * How high the entries of a long list are and where each stands: measured, or estimated until it was on the screen.
 * Where somebody reads is said by an entry, not by a distance from the top, so whatever comes or grows above it moves
 * nothing for him.
 */
export class Heights {
  readonly #measured: Map<string, number>;
  #keys: readonly string[] = [];
  #estimates: readonly number[] = [];
  #indices = new Map<string, number>();
  /** Where each begins, and at last where all end. */
  #tops = new Float64Array(1);
  /** How many of the tops are right. */
  #right = 1;

  /** @param measured what was measured before, by key */
  constructor(measured: Map<string, number> = new Map()) {
    this.#measured = measured;
  }

  get measured(): Map<string, number> {
    return this.#measured;
  }

  get count(): number {
    return this.#keys.length;
  }

  get total(): number {
    return this.top(this.#keys.length);
  }

  /** @returns the place where he reads now, who read there before */
  update(keys: readonly string[], estimates: readonly number[], place: Place): Place {
    if (keys === this.#keys) return place;
    const indices = new Map(keys.map((key, index) => [key, index]));
    const followed = this.#follow(place, indices);
    this.#keys = keys;
    this.#estimates = estimates;
    this.#indices = indices;
    this.#tops = new Float64Array(keys.length + 1);
    this.#right = 1;
    return followed;
  }

  /** The next entry that is still there takes over from one that is gone. */
  #follow(place: Place, indices: ReadonlyMap<string, number>): Place {
    if (place === "end" || indices.has(place.key)) return place;
    const at = this.#indices.get(place.key);
    if (at === undefined) return "end";
    const top = this.top(at) + place.below;
    const stays = (index: number) => indices.has(this.#keys[index]!);
    for (let index = at + 1; index < this.#keys.length; index++)
      if (stays(index)) return { key: this.#keys[index]!, below: top - this.top(index) };
    for (let index = at - 1; index >= 0; index--)
      if (stays(index)) return { key: this.#keys[index]!, below: top - this.top(index) };
    return "end";
  }

  /** @returns whether it is news */
  measure(key: string, height: number): boolean {
    const index = this.#indices.get(key);
    if (index === undefined || this.#measured.get(key) === height) return false;
    this.#measured.set(key, height);
    this.#right = Math.min(this.#right, index + 1);
    return true;
  }

  has = (key: string): boolean => this.#indices.has(key);
  indexOf = (key: string): number => this.#indices.get(key) ?? -1;

  /** Where this one begins. */
  top(index: number): number {
    for (; this.#right <= index; this.#right++) {
      const before = this.#right - 1;
      const height = this.#measured.get(this.#keys[before]!) ?? this.#estimates[before]!;
      this.#tops[this.#right] = this.#tops[before]! + height;
    }
    return this.#tops[index]!;
  }

  /** Which one is there, so far from the top. */
  at(offset: number): number {
    return Math.max(0, bisect(this.count, (index) => this.top(index) <= offset) - 1);
  }

  distanceToEnd = (scrollTop: number, viewport: number): number => this.total - viewport - scrollTop;

  /** @param hasEnd whether the last one is the last of all */
  placeAt(scrollTop: number, viewport: number, hasEnd = true): Place {
    if (this.#keys.length === 0) return "end";
    if (hasEnd && this.distanceToEnd(scrollTop, viewport) < AT_END) return "end";
    const first = this.at(scrollTop);
    const next = first + 1;
    // One that is cut by the top of the screen may grow upwards; what is whole on the screen stays.
    const isWhole = next < this.count && this.top(next) < scrollTop + viewport / 2;
    const index = isWhole && this.top(first) < scrollTop ? next : first;
    return { key: this.#keys[index]!, below: scrollTop - this.top(index) };
  }

  scrollTopOf(place: Place, viewport: number): number {
    const end = Math.max(0, this.total - viewport);
    const index = place === "end" ? -1 : this.indexOf(place.key);
    return place === "end" || index < 0 ? end : Math.max(0, Math.min(end, this.top(index) + place.below));
  }

  /** What is to be drawn: the screen, `around` it on both sides, and no more than `most`. */
  window(
    scrollTop: number,
    viewport: number,
    around: number,
    most: number,
  ): { start: number; end: number; above: number; below: number } {
    const first = this.at(scrollTop);
    const last = Math.min(this.count, this.at(scrollTop + viewport) + 1);
    let start = Math.min(first, this.at(scrollTop - around));
    let end = Math.max(last, Math.min(this.count, this.at(scrollTop + viewport + around) + 1));
    const rest = Math.max(0, most - (last - first));
    start = Math.max(start, first - (rest >> 1));
    end = Math.min(end, last + (rest >> 1));
    return { start, end, above: this.top(start), below: this.total - this.top(end) };
  }
}
