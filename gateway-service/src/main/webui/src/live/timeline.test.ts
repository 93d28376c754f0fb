import { describe, expect, it } from "vitest";
import type { TimelineItem } from "../api/types";
import { Random } from "../../test/random";
import { inOrder, timelinePage } from "../../test/world";
import type { Asked } from "./segment";
import { Timeline } from "./timeline";

const PAGE = 6;
/** Asked for after all that was told. */
const LATER = Number.MAX_SAFE_INTEGER;
const CONVERSATION = "0197a000-0000-7000-8000-0000000000c0";
const begin = Date.parse("2026-03-01T09:00:00Z");

const message = (sequence: number, second: number, more: Partial<TimelineItem> = {}): TimelineItem => ({
  id: `m${sequence}`,
  conversationId: CONVERSATION,
  sequence,
  at: new Date(begin + second * 1_000).toISOString(),
  recordedAt: new Date(begin + second * 1_000).toISOString(),
  kind: "message",
  direction: sequence % 3 === 0 ? "outbound" : "inbound",
  author: { kind: "customer", name: "Giulia Ferri" },
  content: { type: "text", text: `text ${sequence}` },
  status: sequence % 3 === 0 ? "queued" : "received",
  statusAt: new Date(begin + second * 1_000).toISOString(),
  late: false,
  ...more,
});

/** So many messages, of which several share a second. */
const some = (count: number): TimelineItem[] =>
  Array.from({ length: count }, (_, index) => message(index + 1, index >> 1));

const ask = (server: readonly TimelineItem[], asked: Asked) =>
  structuredClone(timelinePage(server, asked, PAGE)!);

const load = (timeline: Timeline, server: readonly TimelineItem[], asked: Asked) =>
  timeline.put(ask(server, asked), asked, LATER);

/** All that can be read from here, in both directions. */
function readOn(timeline: Timeline, server: readonly TimelineItem[]): void {
  for (let cursor = timeline.shown().newer; cursor; cursor = timeline.shown().newer)
    load(timeline, server, { after: cursor });
  for (let cursor = timeline.shown().older; cursor; cursor = timeline.shown().older)
    load(timeline, server, { before: cursor });
}

const ids = (items: readonly TimelineItem[]) => items.map(({ id }) => id);

/** What is shown has no hole, and its ends are those of the conversation where it says so. */
function expectWhole(timeline: Timeline, server: readonly TimelineItem[], what: string): void {
  const all = inOrder(server);
  const { items, older, newer } = timeline.shown();
  const first = all.findIndex(({ id }) => id === items[0]?.id);
  expect(items, what).toEqual(all.slice(Math.max(0, first), Math.max(0, first) + items.length));
  if (items.length === 0) return;
  if (older === null) expect(first, what).toBe(0);
  if (newer === null) expect(items.at(-1), what).toEqual(all.at(-1));
}

describe("a timeline", () => {
  it("shows a part around an older message, and the newest again", () => {
    const server = some(40);
    const timeline = new Timeline();
    load(timeline, server, {});
    load(timeline, server, { around: "m12" });

    expect(ids(timeline.shown().items)).toEqual(["m9", "m10", "m11", "m12", "m13", "m14"]);
    expect(timeline.isAway()).toBe(true);
    timeline.showNewest();
    expect(ids(timeline.shown().items)).toEqual(["m35", "m36", "m37", "m38", "m39", "m40"]);
  });

  it("adds what comes new to the newest, whatever is shown", () => {
    const server = some(40);
    const timeline = new Timeline();
    load(timeline, server, {});
    load(timeline, server, { around: "m12" });
    const before = timeline.shown().items;

    timeline.merge(message(41, 100), false);

    expect(timeline.shown().items).toBe(before);
    expect(timeline.newest().at(-1)?.id).toBe("m41");
    expect(timeline.lastSequence).toBe(41);
  });

  it("joins the two parts when they meet", () => {
    const server = some(20);
    const timeline = new Timeline();
    load(timeline, server, {});
    load(timeline, server, { around: "m5" });

    readOn(timeline, server);

    expect(timeline.isAway()).toBe(false);
    expect(timeline.shown()).toEqual({ items: server, older: null, newer: null });
  });

  it("puts what comes late where it belongs, if that place is loaded", () => {
    const server = some(40);
    const timeline = new Timeline();
    load(timeline, server, {});
    const late = message(41, 18.5, { late: true });
    const tooOld = message(42, 3.5, { late: true });

    timeline.merge(late, false);
    timeline.merge(tooOld, false);

    expect(ids(timeline.shown().items)).toEqual(["m35", "m36", "m37", "m38", "m41", "m39", "m40"]);
    server.push(late, tooOld);
    readOn(timeline, server);
    expect(timeline.shown().items).toEqual(inOrder(server));
  });

  it("leaves every other message as it is when one changes", () => {
    const timeline = new Timeline();
    load(timeline, some(40), {});
    const before = timeline.shown().items;

    timeline.report("m39", { status: "sent", statusAt: "2026-03-01T10:00:00Z" });

    const after = timeline.shown().items;
    expect(after.filter((item, index) => item !== before[index]).map(({ id }) => id)).toEqual(["m39"]);
  });

  it("does not take the answer to a question that was overtaken for the next page", () => {
    const server = some(40);
    const timeline = new Timeline();
    load(timeline, server, {});
    const cursor = timeline.shown().older!;
    const answer = ask(server, { before: cursor });
    timeline.mayHaveMissed();
    const more = [...server, ...Array.from({ length: 9 }, (_, index) => message(41 + index, 60 + index))];
    load(timeline, more, {});

    timeline.put(answer, { before: cursor }, LATER);

    expectWhole(timeline, more, "after the late answer");
    readOn(timeline, more);
    expect(timeline.shown().items).toEqual(more);
  });

  it("keeps so many, drops the end that is far from the reader, and reads it again when he comes back", () => {
    const server = some(400);
    const timeline = new Timeline(60);
    load(timeline, server, {});
    let most = 0;
    for (let cursor = timeline.shown().older; cursor; cursor = timeline.shown().older) {
      load(timeline, server, { before: cursor });
      most = Math.max(most, timeline.shown().items.length);
      expectWhole(timeline, server, `down at ${cursor}`);
    }
    expect(timeline.isAway()).toBe(true);
    expect(timeline.newest().at(-1)?.id).toBe("m400");

    for (let cursor = timeline.shown().newer; cursor; cursor = timeline.shown().newer) {
      load(timeline, server, { after: cursor });
      most = Math.max(most, timeline.shown().items.length);
      expectWhole(timeline, server, `up at ${cursor}`);
    }
    expect(timeline.isAway()).toBe(false);
    expect(timeline.shown().items.at(-1)?.id).toBe("m400");
    expect(most).toBeLessThanOrEqual(60);
  });

  it("has no holes and ends as a fresh load does, whatever is asked, answered late, told twice and missed", () => {
    for (let seed = 1; seed <= 60; seed++) wander(seed);
  });

  it("takes a message into a long thread without looking at each", () => {
    let looks = 0;
    const counted = (item: TimelineItem) => ({
      ...item,
      get at() {
        return (looks++, item.at);
      },
    });
    const timeline = new Timeline();
    timeline.put({ items: some(2_000).map(counted) }, {}, LATER);
    looks = 0;

    timeline.merge(message(2_001, 3_000), false);
    timeline.merge(message(2_002, 500, { late: true }), false);
    timeline.report("m999", { status: "sent", statusAt: "2026-03-01T10:00:00Z" });

    expect(timeline.shown().items).toHaveLength(2_002);
    expect(looks).toBeLessThan(100);
  });
});

const STEPS = ["accepted", "sent", "delivered", "read"] as const;

function wander(seed: number): void {
  const random = new Random(seed);
  const server = some(20 + random.below(60));
  const timeline = new Timeline(random.chance(0.5) ? 30 : undefined);
  const told: (() => void)[] = [];
  const answers: { page: ReturnType<typeof ask>; asked: Asked }[] = [];
  let second = 200;

  const happen = () => {
    const roll = random.below(10);
    if (roll < 5) {
      const late = random.chance(0.3);
      const item = message(server.length + 1, late ? random.below(60) : (second += random.below(2)), {
        late,
      });
      server.push(item);
      told.push(() => timeline.merge(structuredClone(item), false));
    } else {
      const index = random.below(server.length);
      const item = server[index]!;
      if (item.direction === "inbound") return;
      const next = STEPS[STEPS.indexOf(item.status as (typeof STEPS)[number]) + 1];
      if (!next) return;
      const report = { status: next, statusAt: `2026-03-02T00:00:0${STEPS.indexOf(next)}.000Z` };
      server[index] = { ...item, ...report };
      told.push(() => timeline.report(item.id, report));
    }
  };
  const hear = () => {
    for (const tell of random.shuffled(told.splice(0))) {
      tell();
      if (random.chance(0.2)) tell();
    }
  };
  const ask1 = (asked: Asked) => answers.push({ page: ask(server, asked), asked });
  const answer = () => {
    for (const { page, asked } of answers.splice(0)) timeline.put(page, asked, LATER);
  };

  ask1({});
  for (let step = 0; step < 80; step++) {
    const roll = random.below(100);
    const { older, newer } = timeline.shown();
    if (roll < 40) happen();
    else if (roll < 55) hear();
    else if (roll < 65 && older) ask1({ before: older });
    else if (roll < 75 && newer) ask1({ after: newer });
    else if (roll < 82) {
      const { id } = random.of(server);
      if (!timeline.show(id)) ask1({ around: id });
    } else if (roll < 85) timeline.showNewest();
    else if (roll < 88) {
      // Cut: what happened is never told.
      answer();
      told.length = 0;
      timeline.mayHaveMissed();
      const around = timeline.around;
      ask1({});
      answer();
      if (around) load(timeline, server, { around });
    } else answer();
    if (told.length === 0 && answers.length === 0)
      expectWhole(timeline, server, `seed ${seed}, step ${step}`);
  }
  answer();
  hear();
  expectWhole(timeline, server, `seed ${seed}, at the end`);
  readOn(timeline, server);
  expectWhole(timeline, server, `seed ${seed}, read through`);
  timeline.showNewest();
  expect(timeline.shown().items.at(-1), `seed ${seed}`).toEqual(inOrder(server).at(-1));
}
