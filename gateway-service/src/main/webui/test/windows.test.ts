import { describe, expect, it, vi } from "vitest";
import type { WindowLimits } from "../src/live/listWindow";
import type { LiveEvent } from "../src/live/events";
import { Crowd, Scroller } from "./crowd";
import { Random } from "./random";

/** What is known of a list is a piece of what the server lists, in its order. */
function expectPiece(crowd: Crowd, scroller: Scroller, hint: string): void {
  const { ids, newer, older } = scroller.snapshot;
  const list = crowd.list(scroller.view).map(({ id }) => id);
  const from = ids.length === 0 ? 0 : list.indexOf(ids[0]!);
  expect(ids, hint).toEqual(list.slice(from, from + ids.length));
  if (newer === null) expect(from, hint).toBe(0);
  if (older === null) expect(from + ids.length, hint).toBe(list.length);
}

const opened = async (crowd: Crowd, limits?: WindowLimits) => {
  const inbox = crowd.inbox(limits);
  inbox.show("all");
  await vi.waitFor(() => expect(inbox.store.view("all").state).toBe("ready"));
  const scroller = new Scroller(inbox, "all");
  await scroller.settle();
  const tell = () => inbox.store.apply(crowd.events.splice(0));
  return { inbox, scroller, tell };
};

describe("a list of 100,000 conversations", () => {
  it("never fills the page with more than 2,000 rows, down to its end and up again, while rows come to its top", async () => {
    const crowd = new Crowd(100_000);
    const random = new Random(7);
    const { inbox, scroller, tell } = await opened(crowd);
    let most = 0;
    let known = 0;
    const pass = async (by: number) => {
      for (let step = 0; ; step++) {
        const edge = by > 0 ? scroller.snapshot.older : scroller.snapshot.newer;
        if (edge === null && (by > 0 ? scroller.onScreen.length <= 12 : scroller.first === 0)) break;
        const seen = scroller.onScreen;
        await scroller.scroll(by);
        expect(scroller.onScreen.some((id) => seen.includes(id)) || Math.abs(by) > 12).toBe(true);
        most = Math.max(most, scroller.snapshot.ids.length);
        known = Math.max(known, inbox.store.size());
        if (step % 20 === 0) {
          crowd.touch(random.of(crowd.list("all")));
          if (step % 100 === 0) crowd.arrive();
          tell();
          await scroller.settle();
        }
        if (step % 400 === 0) expectPiece(crowd, scroller, `step ${step} by ${by}`);
      }
    };

    await pass(50);
    expectPiece(crowd, scroller, "at the end");
    expect(scroller.snapshot.arrived).toBeGreaterThan(50);
    await pass(-50);

    expectPiece(crowd, scroller, "back at the top");
    expect(scroller.snapshot).toMatchObject({ above: 0, newer: null, arrived: 0 });
    expect(most).toBeLessThanOrEqual(2_000);
    expect(known).toBeLessThan(20_000);
  }, 300_000);
});

describe("a window of a list", () => {
  it("is a piece of the list, whatever happens, and what is looked at stays where it is", async () => {
    const seeds = Number(process.env["SEEDS"] ?? 25);
    const start = Number(process.env["SEED"] ?? 1);
    for (let seed = start; seed < start + seeds; seed++) {
      const random = new Random(seed);
      const crowd = new Crowd(900);
      const { inbox, scroller, tell } = await opened(crowd, { most: 320, far: 40 });
      for (let step = 0; step < 60; step++) {
        const hint = `seed ${seed}, step ${step}`;
        for (let count = random.below(4); count > 0; count--) {
          const row = random.of(crowd.list(random.chance(0.8) ? "all" : "resolved"));
          if (row && random.chance(0.6)) crowd.touch(row);
          else if (row && random.chance(0.8)) crowd.turn(row);
          else crowd.arrive();
        }
        const moved = new Set(crowd.events.map(({ data }) => data.conversationId));
        const anchor = scroller.onScreen.find((id) => !moved.has(id));
        const from = scroller.onScreen.indexOf(anchor!);
        const wasAtTop = scroller.first === 0;
        if (random.chance(0.9)) tell();
        else {
          // Cut: what happened is never told, the screen is read anew.
          crowd.events.splice(0);
          inbox.resync();
          await vi.waitFor(() => expect(inbox.store.isStale("all")).toBe(false));
        }
        await scroller.settle();
        if (anchor && !wasAtTop) {
          const stillFirst = scroller.onScreen.indexOf(anchor);
          expect(stillFirst, hint).toBeGreaterThanOrEqual(0);
          expect(stillFirst, hint).toBeLessThanOrEqual(from);
        }
        expectPiece(crowd, scroller, hint);
        const roll = random.below(10);
        if (roll === 0) await scroller.scrollTo(random.below(scroller.snapshot.above + 1));
        else if (roll === 1) await scroller.scrollTo(0);
        else await scroller.scroll((random.chance(0.65) ? 1 : -1) * random.below(60));
        expectPiece(crowd, scroller, hint);
        expect(scroller.snapshot.ids.length, hint).toBeLessThanOrEqual(320);
        expect(scroller.onScreen.length, hint).toBeGreaterThan(0);
      }
    }
  }, 300_000);
});

describe("what comes to the top of a list", () => {
  it("appears there while the top is near", async () => {
    const crowd = new Crowd(500);
    const { scroller, tell } = await opened(crowd);
    await scroller.scroll(30);
    const seen = scroller.onScreen;

    crowd.touch(crowd.list("all")[400]!);
    const fresh = crowd.arrive();
    tell();
    await scroller.settle();

    expect(scroller.snapshot.ids[0]).toBe(fresh.id);
    expect(scroller.snapshot.arrived).toBe(2);
    expect(scroller.onScreen).toEqual(seen);
  });

  it("is only counted when the top is far, until that is looked at", async () => {
    const crowd = new Crowd(500);
    const { scroller, tell } = await opened(crowd);
    for (let step = 0; step < 10; step++) await scroller.scroll(30);
    const { ids, above } = scroller.snapshot;
    const seen = scroller.onScreen;

    crowd.arrive();
    crowd.touch(crowd.list("all").find(({ id }) => id === scroller.onScreen[3])!);
    tell();
    await scroller.settle();

    expect(scroller.snapshot).toMatchObject({ above, arrived: 2, ids: ids.filter((id) => id !== seen[3]) });
    expect(scroller.onScreen.slice(0, 11)).toEqual(seen.filter((id) => id !== seen[3]));
    await scroller.scrollTo(0);
    expect(scroller.snapshot).toMatchObject({ above: 0, arrived: 0, newer: null });
    expect(scroller.onScreen[0]).toBe(seen[3]);
  });

  it("takes the open conversation out of sight only when another is opened", async () => {
    const crowd = new Crowd(500);
    const { inbox, scroller, tell } = await opened(crowd);
    for (let step = 0; step < 10; step++) await scroller.scroll(30);
    const [open, other] = scroller.onScreen;
    inbox.store.open(open!);

    crowd.touch(crowd.list("all").find(({ id }) => id === open)!);
    tell();
    expect(scroller.snapshot.ids).toContain(open);

    inbox.store.open(other!);
    expect(scroller.snapshot.ids).not.toContain(open);
  });

  it("makes a list be read anew when it is longer by that than anybody looks", async () => {
    const crowd = new Crowd(10);
    const { scroller, tell } = await opened(crowd);
    for (let count = 0; count < 2_100; count++) crowd.arrive();
    tell();
    expect(scroller.snapshot.ids).toHaveLength(2_110);

    await scroller.settle();

    await vi.waitFor(() => expect(scroller.snapshot.ids.length).toBeLessThan(200));
    expect(scroller.snapshot.older).not.toBeNull();
  });
});

describe("a list that is read anew", () => {
  it("is read where it is looked at, by a request or two, and stays there", async () => {
    const crowd = new Crowd(5_000);
    const { inbox, scroller } = await opened(crowd);
    for (let step = 0; step < 40; step++) await scroller.scroll(30);
    const seen = scroller.onScreen;
    const before = crowd.asked.lists;
    // What happened meanwhile was never told.
    crowd.touch(crowd.list("all")[3_000]!);
    crowd.events.splice(0);
    const shortest = { length: Infinity };
    inbox.store.subscribe("v:all", () => {
      shortest.length = Math.min(shortest.length, scroller.snapshot.ids.length);
    });

    inbox.resync();
    await vi.waitFor(() => expect(inbox.store.isStale("all")).toBe(false));
    expect(crowd.asked.lists - before).toBeLessThanOrEqual(2);
    await scroller.settle();

    expect(scroller.onScreen).toEqual(seen);
    expect(shortest.length).toBeGreaterThanOrEqual(100);
    expectPiece(crowd, scroller, "after reading it anew");
  });
});

describe("a place above what is known", () => {
  it("is read at once, and not page by page up to there", async () => {
    const crowd = new Crowd(20_000);
    const { scroller } = await opened(crowd);
    for (let step = 0; step < 200; step++) await scroller.scroll(50);
    const before = crowd.asked.lists;

    await scroller.scrollTo(3_000);

    expect(crowd.asked.lists - before).toBeLessThanOrEqual(4);
    expect(scroller.onScreen).toEqual(
      crowd
        .list("all")
        .slice(scroller.first, scroller.first + 12)
        .map(({ id }) => id),
    );
    expect(Math.abs(scroller.first - 3_000)).toBeLessThan(50);
  });
});

describe("rows that are on the screen and not known", () => {
  it("are asked for together, and those that are not to be seen go", async () => {
    const crowd = new Crowd(500);
    const known = crowd.list("all").slice(100, 218);
    const { inbox, scroller } = await opened(crowd);
    const gone = ["gone 1", "gone 2"].map((id) => ({ ...known[0]!, id }));
    const told = [...known, ...gone].map(({ id, unread: _, ...conversation }) => ({
      type: "conversation.reopened.v1",
      id: `event ${id}`,
      data: {
        conversationId: id,
        at: conversation.lastActivityAt,
        conversation: { ...conversation, version: 2, lastActivityAt: "2027-01-01T00:00:00Z" },
      },
    })) as unknown as LiveEvent[];
    inbox.store.apply(told);
    expect(scroller.snapshot.ids).toHaveLength(50 + 120);

    inbox.see(scroller.snapshot.ids);

    await vi.waitFor(() => expect(scroller.snapshot.ids).toHaveLength(50 + 118));
    expect(crowd.asked.rows.map((ids) => ids.length)).toEqual([50, 50, 20]);
    inbox.see(scroller.snapshot.ids);
    expect(crowd.asked.rows).toHaveLength(3);
  });
});
