import { describe, expect, it, vi } from "vitest";
import { giuliaIn, PEOPLE, sessionIn, World } from "../../test/fixtures";
import type { Content } from "../api/types";

const text = (words: string): Content => ({ type: "text", text: words });

/** Giulia's conversation is open beside another one, and all of it is read. */
async function opened() {
  const world = new World();
  const giulia = giuliaIn(world);
  const marco = world.open("Marco De Santis", undefined);
  world.customerWrites(marco, "Ciao");
  giulia.reads.set(PEOPLE.anna.id, giulia.lastSequence);
  const context = sessionIn(world);
  context.inbox.look(giulia.id);
  await vi.waitFor(() => expect(context.store.thread(giulia.id)?.state).toBe("ready"));
  await vi.waitFor(() => expect(context.store.conversation(giulia.id)).not.toBeNull());
  const message = giulia.items[0]!;
  const thread = () => context.store.thread(giulia.id)!;
  const shown = (id = message.id) => thread().items.find((item) => item.id === id)!;
  const row = () => context.store.conversation(giulia.id)!;
  return { world, giulia, message, ...context, thread, shown, row };
}

describe("what happens to a message", () => {
  it("makes nothing unread and moves no row", async () => {
    const { world, giulia, message, tell, row } = await opened();
    const before = row();

    world.react(giulia, message, ["👍🏽"]);
    world.edit(giulia, message, text("Buongiorno!"));
    world.media(giulia, message, { state: "stored", thumbnail: false });
    world.customerActs(giulia, "pinned");
    world.revoke(giulia, message);
    tell();

    const { unread, lastActivityAt, waitingSince, status } = row();
    expect({ unread, lastActivityAt, waitingSince, status }).toEqual({
      unread: 0,
      lastActivityAt: before.lastActivityAt,
      waitingSince: before.waitingSince,
      status: "open",
    });
  });

  it("is an emoji that is there, and gone when it is taken away", async () => {
    const { world, giulia, message, tell, shown } = await opened();
    world.react(giulia, message, ["👍🏽"]);
    tell();
    expect(shown().reactions?.map(({ emoji }) => emoji)).toEqual(["👍🏽"]);

    world.react(giulia, message, []);
    tell();

    expect(shown().reactions).toEqual([]);
  });

  it("is an edit, which the row says only when it is the newest message", async () => {
    const { world, giulia, message, tell, shown, row } = await opened();
    world.edit(giulia, message, text("Alle quattro?"));
    tell();
    expect(row().preview?.text).toBe("Alle quattro?");
    world.customerWrites(giulia, "Allora?");

    world.edit(giulia, message, text("Alle cinque?"));
    tell();

    expect(row().preview?.text).toBe("Allora?");
    expect(shown().content.text).toBe("Alle cinque?");
    expect(shown().earlier?.map(({ content }) => (content as { text: string }).text)).toEqual([
      "Buongiorno, è arrivato il mio ordine? 😊",
      "Alle quattro?",
    ]);
    expect(shown().editedAt).toBe(message.editedAt);
  });

  it("is a deletion, after which its words are nowhere any more", async () => {
    const { world, giulia, message, tell, thread, row } = await opened();
    const quoted = { messageId: message.id, content: text("Il mio codice è 1234") };
    world.edit(giulia, message, text("Il mio codice è 1234"));
    world.customerSends(giulia, text("Capito?"), world.now(), { quoted });
    tell();

    world.revoke(giulia, message);
    tell();

    expect(JSON.stringify([thread().items, row()])).not.toContain("1234");
    expect(thread().items[1]?.quoted?.content.type).toBe("revoked");
  });

  it("is seen in the row when it is the newest that was deleted", async () => {
    const { world, giulia, message, tell, row } = await opened();

    world.revoke(giulia, message);
    tell();

    expect(row().preview?.kind).toBe("revoked");
    expect(row().preview?.text).toBeUndefined();
  });

  it("about a message that is not there changes nothing", async () => {
    const { world, giulia, tell, thread } = await opened();
    const before = thread().items;

    world.react(giulia, { ...giulia.items[0]!, id: "0197b000-0000-7000-8000-00000000dead" }, ["👍"]);
    tell();

    expect(thread().items).toEqual(before);
  });

  it("is not undone by an answer that was asked for before, nor does it undo a later one", async () => {
    const { world, giulia, message, store, tell, shown, row, api } = await opened();
    const [askedAt, old] = [store.moment(), structuredClone([...giulia.items])];
    const oldRow = await api.conversation(giulia.id);
    world.edit(giulia, message, text("Alle quattro?"));
    world.react(giulia, message, ["👍🏽"]);
    tell();

    store.putTimeline(giulia.id, { items: old }, {}, askedAt);
    store.putConversation(oldRow, askedAt);

    expect([shown().content.text, shown().reactions?.length]).toEqual(["Alle quattro?", 1]);
    expect(row().preview?.text).toBe("Alle quattro?");
    store.putTimeline(giulia.id, { items: [{ ...message, reactions: [] }] }, {}, store.moment());
    expect(shown().reactions).toEqual([]);
  });

  it("is told before its message, and stands on it when that comes", async () => {
    const { world, giulia, store, shown } = await opened();
    const from = world.events.length;
    const late = world.customerWrites(giulia, "Allora?");
    world.react(giulia, late, ["❤️"]);

    store.apply(world.events.slice(from).reverse());

    expect(shown(late.id).reactions?.map(({ emoji }) => emoji)).toEqual(["❤️"]);
  });
});

describe("the file of a message", () => {
  it("is on its way when the message comes, until it is told what became of it", async () => {
    const { world, giulia, tell, shown } = await opened();
    const photo = world.customerSends(giulia, { type: "image", attachment: { mediaId: "1" } });
    tell();
    expect(shown(photo.id).media).toEqual({ state: "fetching", thumbnail: false });

    world.media(giulia, photo, { state: "lost", loss: "expired", thumbnail: false });
    tell();

    expect(shown(photo.id).media).toEqual({ state: "lost", loss: "expired", thumbnail: false });
  });
});

describe("what a customer does besides writing", () => {
  it("is a line of the history, at the time of the platform", async () => {
    const { world, giulia, tell, thread } = await opened();

    world.customerActs(giulia, "edited-untold");
    tell();

    expect(thread().history[0]).toMatchObject({
      kind: "customer-edited-untold",
      at: giulia.history.at(-1)!.at,
      actor: { kind: "customer", name: "Giulia Ferri" },
    });
  });
});
