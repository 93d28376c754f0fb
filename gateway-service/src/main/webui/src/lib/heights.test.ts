import { describe, expect, it } from "vitest";
import { Random } from "../../test/random";
import { Heights, type Place } from "./heights";

const SCREEN = 600;

const lines = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => `line ${from + index}`);

const list = (keys: string[], heights = new Heights()) => {
  heights.update(
    keys,
    keys.map(() => 40),
    "end",
  );
  return heights;
};

describe("the heights of a list", () => {
  it("are estimated until they are measured", () => {
    const heights = list(lines(0, 10));

    heights.measure("line 3", 100);

    expect([0, 3, 4, 10].map((index) => heights.top(index))).toEqual([0, 120, 220, 460]);
    expect(heights.total).toBe(460);
  });

  it("say what is at an offset", () => {
    const heights = list(lines(0, 10));
    heights.measure("line 3", 100);

    expect([-5, 0, 39, 40, 120, 219, 220, 9_999].map((offset) => heights.at(offset))).toEqual([
      0, 0, 0, 1, 3, 3, 4, 9,
    ]);
  });

  it("keep the end on the screen for who is at the end", () => {
    const heights = list(lines(0, 100));
    const place = heights.placeAt(heights.total - SCREEN - 10, SCREEN);

    const after = heights.update(
      lines(0, 101),
      lines(0, 101).map(() => 40),
      place,
    );

    expect(after).toBe("end");
    expect(heights.scrollTopOf(after, SCREEN)).toBe(101 * 40 - SCREEN);
  });

  it("take no end for the end while newer ones are to come", () => {
    const heights = list(lines(0, 100));

    expect(heights.placeAt(heights.total - SCREEN, SCREEN, false)).not.toBe("end");
  });

  it("go on from the next one when the one that was read is gone", () => {
    const heights = list(lines(0, 100));
    const place: Place = { key: "line 50", below: 10 };
    const keys = lines(0, 100).filter((key) => key !== "line 50");

    const after = heights.update(
      keys,
      keys.map(() => 40),
      place,
    );

    expect(after).toEqual({ key: "line 51", below: -30 });
  });

  it("draw the screen and what is around it, and never more than they may", () => {
    const heights = list(lines(0, 50_000));

    const drawn = heights.window(1_000_000, SCREEN, 700, 100);
    const few = heights.window(1_000_000, SCREEN, 5_000, 40);

    expect(drawn.start).toBe(25_000 - 18);
    expect(drawn.end).toBe(25_016 + 17);
    expect(drawn.above + 40 * (drawn.end - drawn.start) + drawn.below).toBe(heights.total);
    expect(few.end - few.start).toBeLessThanOrEqual(40);
    expect(few.start).toBeLessThanOrEqual(25_000);
    expect(few.end).toBeGreaterThanOrEqual(25_016);
  });

  it("move nothing that is whole on the screen, whatever comes, goes or grows above and below", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = new Random(seed);
      let [first, end] = [500, 600];
      const heights = list(lines(first, end));
      const read = 800 + random.below(1_500);
      let place = heights.placeAt(read, SCREEN);
      if (place === "end") throw new Error("not at the end");
      const { key, below } = place;
      for (let step = 0; step < 40; step++) {
        const roll = random.below(3);
        const keys = () => lines(first, end);
        if (roll === 0) heights.measure(random.of(keys()), 20 + random.below(300));
        else {
          if (roll === 1) first -= 1 + random.below(50);
          else end += 1 + random.below(50);
          place = heights.update(
            keys(),
            keys().map(() => 40),
            place,
          );
        }
        const shownAt = heights.top(heights.indexOf(key)) - heights.scrollTopOf(place, SCREEN);
        expect(shownAt, `seed ${seed}, step ${step}`).toBe(0 - below);
      }
    }
  });
});
