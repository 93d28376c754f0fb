import { describe, expect, it, vi } from "vitest";
import { giuliaIn, PEOPLE, sessionIn, World } from "../../test/fixtures";

/** Giulia's long conversation is open, and read up to its end. */
async function opened(count = 300) {
  const world = new World();
  const giulia = giuliaIn(world);
  const start = world.now() - count * 60_000;
  for (let index = 0; index < count; index++)
    world.customerWrites(giulia, `number ${index}`, start + index * 60_000);
  giulia.reads.set(PEOPLE.anna.id, giulia.lastSequence);
  const context = sessionIn(world);
  context.tell();
  context.inbox.look(giulia.id);
  await vi.waitFor(() => expect(context.store.thread(giulia.id)?.state).toBe("ready"));
  const thread = () => context.store.thread(giulia.id)!;
  const texts = () => thread().items.map(({ content }) => content.text);
  const numbered = (number: number) =>
    giulia.items.find(({ content }) => content.text === `number ${number}`)!.id;
  return { world, giulia, ...context, thread, texts, numbered };
}

describe("a message that somebody wants to see", () => {
  it("is shown without a question when it is loaded", async () => {
    const { inbox, giulia, numbered, api, thread } = await opened();
    api.calls.length = 0;

    expect(await inbox.showMessage(giulia.id, numbered(290))).toBe("shown");

    expect(thread().away).toBe(false);
    expect(api.calls).toEqual([]);
  });

  it("is loaded with what stands around it, and read on from there in both directions", async () => {
    const { inbox, giulia, numbered, texts, thread } = await opened();

    expect(await inbox.showMessage(giulia.id, numbered(100))).toBe("shown");
    await inbox.loadOlder(giulia.id);
    await inbox.loadNewer(giulia.id);

    expect(thread().away).toBe(true);
    expect([texts()[0], texts().at(-1), texts().length]).toEqual(["number 25", "number 174", 150]);
  });

  it("leaves the newest on the screen when it is not there, or no answer comes", async () => {
    const { inbox, giulia, numbered, texts, api } = await opened();
    const newest = texts();

    expect(await inbox.showMessage(giulia.id, "0197b000-0000-7000-8000-00000000dead")).toBe("missing");
    api.instead.set("/timeline", ["no answer"]);
    expect(await inbox.showMessage(giulia.id, numbered(100))).toBe("failed");

    expect(texts()).toEqual(newest);
  });

  it("stays on the screen, read anew, after a gap that could not be replayed", async () => {
    const { world, inbox, giulia, numbered, texts, thread } = await opened();
    await inbox.showMessage(giulia.id, numbered(100));
    const late = world.customerWrites(giulia, "late", Date.parse(giulia.items[101]!.at) + 1, { late: true });

    inbox.resync();

    await vi.waitFor(() => expect(texts()).toContain("late"));
    expect(thread().away).toBe(true);
    expect(thread().lastSequence).toBe(late.sequence);
  });

  it("does not count as having seen what is unread below it", async () => {
    const { world, inbox, store, giulia, numbered, tell } = await opened();
    await inbox.showMessage(giulia.id, numbered(100));
    const before = giulia.lastSequence;
    expect(store.seenIn(giulia.id)).toBe(before);

    world.customerWrites(giulia, "And this?");
    tell();

    expect(store.seenIn(giulia.id)).toBe(before);
    inbox.showNewest(giulia.id);
    expect(store.seenIn(giulia.id)).toBe(before + 1);
  });
});
