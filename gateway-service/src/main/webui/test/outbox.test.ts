import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Job, Outbox } from "../src/live/outbox";

const job = (id: string): Job => ({
  unsent: {
    id,
    conversationId: "c",
    kind: "reply",
    content: { type: "text", text: id },
    at: "2026-01-01T00:00:00Z",
    state: "sending",
  },
  seen: 1,
  epoch: 1,
  anyway: false,
  tried: false,
});

/** The locks of a browser whose tabs these are. */
function browser() {
  const held = new Set<string>();
  const locks = {
    request: (name: string, _: object, work: (lock: object | null) => unknown) => {
      const isFree = !held.has(name);
      held.add(name);
      return Promise.resolve(work(isFree ? { name } : null));
    },
    query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }),
  };
  vi.stubGlobal("navigator", { locks });
  return { closeTab: (tab: string) => held.delete(`centralino.tab.${tab}`) };
}

async function tab(owner = "anna") {
  sessionStorage.clear();
  const outbox = new Outbox(owner);
  await outbox.open();
  return { outbox, name: sessionStorage.getItem("centralino.tab")! };
}

describe("the outbox", () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => vi.unstubAllGlobals());

  it("is that of its operator", async () => {
    browser();
    const { outbox } = await tab("anna");
    outbox.add(job("1"));
    expect((await tab("bruno")).outbox.size).toBe(0);
  });

  it("is not taken over while the tab that wrote it is open", async () => {
    const { closeTab } = browser();
    const first = await tab();
    first.outbox.add(job("1"));
    expect((await tab()).outbox.size).toBe(0);

    closeTab(first.name);

    const { outbox } = await tab();
    expect(outbox.of("c").map(({ unsent }) => [unsent.id, unsent.state])).toEqual([["1", "waiting"]]);
  });

  it("is in the order in which it was written", async () => {
    const { closeTab } = browser();
    const first = await tab();
    for (const id of ["3", "1", "2"]) first.outbox.add(job(id));
    closeTab(first.name);
    expect((await tab()).outbox.of("c").map(({ unsent }) => unsent.id)).toEqual(["3", "1", "2"]);
  });

  it("forgets what was answered, and keeps what is known of the rest", async () => {
    const { closeTab } = browser();
    const first = await tab();
    const [one, two] = [job("1"), job("2")];
    first.outbox.add(one);
    first.outbox.add(two);
    first.outbox.remove(one);
    two.tried = true;
    first.outbox.keep(two);
    closeTab(first.name);
    expect((await tab()).outbox.of("c").map(({ unsent, tried }) => [unsent.id, tried])).toEqual([
      ["2", true],
    ]);
  });

  it("is empty when what was kept is damaged", async () => {
    browser();
    localStorage.setItem("centralino.outbox.anna.1", "{not json");
    localStorage.setItem("centralino.outbox.anna.2", "{}");
    expect((await tab()).outbox.size).toBe(0);
  });
});
