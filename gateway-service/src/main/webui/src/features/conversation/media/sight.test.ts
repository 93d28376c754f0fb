import { describe, expect, it } from "vitest";
import { movedBy, turned, WHOLE, zoomedBy } from "./sight";

const room = { width: 1_000, height: 600 };

describe("a picture that is looked at", () => {
  it("is zoomed up to five times, and never below its whole", () => {
    expect(zoomedBy(WHOLE, 9, room).zoom).toBe(5);
    expect(zoomedBy(WHOLE, 0.1, room)).toEqual(WHOLE);
  });

  it("is moved no farther than its edge, and not at all when it is whole", () => {
    expect(movedBy(WHOLE, 50, 50, room)).toEqual(WHOLE);
    expect(movedBy(zoomedBy(WHOLE, 2, room), 9_000, -9_000, room)).toMatchObject({ x: 500, y: -300 });
  });

  it("stays where it is when it is zoomed, and comes back to its middle", () => {
    const there = movedBy(zoomedBy(WHOLE, 2, room), 100, 0, room);
    expect(zoomedBy(there, 2, room)).toMatchObject({ zoom: 4, x: 200 });
    expect(zoomedBy(there, 0.5, room)).toEqual(WHOLE);
  });

  it("is turned by quarters, whole again each time", () => {
    const once = turned(zoomedBy(WHOLE, 3, room));
    expect(once).toEqual({ ...WHOLE, turns: 1 });
    expect(turned(turned(turned(once))).turns).toBe(0);
  });
});
