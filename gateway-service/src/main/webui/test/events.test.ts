import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fromWire, type LiveEvent } from "../src/live/events";
import { InboxStore } from "../src/live/store";

/** What the events module promises to write, whole and with everything left out that may be. */
const WIRE = join(process.cwd(), "../../../../events/src/test/resources/wire");
const files = readdirSync(WIRE).filter((name) => /^(conversation|assignment|note)\./.test(name));

const read = (file: string): LiveEvent => {
  const type = /^[a-z-]+\.[a-z-]+\.v\d+/.exec(file)?.[0] ?? "";
  const data = JSON.parse(readFileSync(join(WIRE, file), "utf8")) as object;
  return fromWire({ type, id: file, data } as LiveEvent);
};

const holes = (value: unknown, path = ""): string[] => {
  if (value === undefined) return [path];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) => holes(inner, `${path}.${name}`));
};

describe("an event as it stands on the wire", () => {
  it.each(files)("%s leaves nothing undefined in the store", (file) => {
    const store = new InboxStore("anna");
    const event = read(file);
    const id = event.data.conversationId;
    store.open(id);

    store.apply([event]);

    expect(holes(store.conversation(id))).toEqual([]);
    expect(holes(store.thread(id))).toEqual([]);
  });

  it("makes a new conversation that nobody holds a row of the unassigned view", () => {
    const store = new InboxStore("anna");
    store.putPage(
      "unassigned",
      { items: [], nextCursor: null },
      { after: null, more: false, askedAt: store.moment() },
    );
    const opened = read("conversation.opened.v1.minimal.json");

    store.apply([opened]);

    expect(store.view("unassigned").ids).toEqual([opened.data.conversationId]);
    expect(store.conversation(opened.data.conversationId)).toMatchObject({
      assignee: null,
      windowExpiresAt: null,
      waitingSince: null,
    });
  });
});
