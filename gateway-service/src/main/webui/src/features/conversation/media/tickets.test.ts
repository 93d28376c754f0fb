import { describe, expect, it } from "vitest";
import { ServerClock } from "../../../live/clock";
import { Tickets } from "./tickets";

const CONVERSATION = "0197a000-0000-7000-8000-0000000000c0";
const begin = Date.parse("2026-11-27T10:00:00Z");

/** Tickets that are good for ten minutes, and a clock that one can turn on. */
function tickets() {
  let now = begin;
  let asked = 0;
  const api = {
    mediaTicket: () =>
      Promise.resolve({ ticket: `ticket-${++asked}`, expiresAt: new Date(now + 600_000).toISOString() }),
  };
  const later = (seconds: number) => (now += seconds * 1_000);
  return { tickets: new Tickets(api, new ServerClock(() => now)), later, asked: () => asked };
}

describe("the ticket of a conversation", () => {
  it("is asked for once, also by many at the same time", async () => {
    const { tickets: all, asked } = tickets();

    const got = await Promise.all([all.get(CONVERSATION), all.get(CONVERSATION)]);

    expect(got).toEqual(["ticket-1", "ticket-1"]);
    expect(await all.get(CONVERSATION)).toBe("ticket-1");
    expect([asked(), all.good(CONVERSATION)]).toEqual([1, "ticket-1"]);
  });

  it("is renewed before it ends", async () => {
    const { tickets: all, later } = tickets();
    await all.get(CONVERSATION);

    later(575);

    expect(all.good(CONVERSATION)).toBeNull();
    expect(await all.get(CONVERSATION)).toBe("ticket-2");
  });

  it("is good for no other conversation", async () => {
    const { tickets: all } = tickets();
    await all.get(CONVERSATION);

    expect(all.good("0197a000-0000-7000-8000-0000000000c1")).toBeNull();
  });
});
