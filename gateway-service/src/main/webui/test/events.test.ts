import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LiveEvent } from "../src/live/events";
import { InboxStore } from "../src/live/store";

/** What the events module promises to write, whole and with everything left out that may be. */
const WIRE = join(process.cwd(), "../../../../events/src/test/resources/wire");
const files = readdirSync(WIRE).filter((name) => /^(conversation|assignment|note)\./.test(name));

const read = (file: string): LiveEvent => {
  const type = /^[a-z-]+\.[a-z-]+\.v\d+/.exec(file)?.[0] ?? "";
  const data = JSON.parse(readFileSync(join(WIRE, file), "utf8")) as object;
  return { type, id: file, data } as LiveEvent;
};

const nulls = (value: unknown, path = ""): string[] => {
  if (value === null) return [path];
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) => nulls(inner, `${path}.${name}`));
};

describe("an event as it stands on the wire", () => {
  it.each(files)("%s leaves no null in the store, where what is not said is not there", (file) => {
    const store = new InboxStore("anna");
    const event = read(file);
    const id = event.data.conversationId;
    store.open(id);

    store.apply([event]);

    const { items, notes, history } = store.thread(id)!;
    expect(nulls([store.conversation(id) ?? {}, items, notes, history])).toEqual([]);
  });

  it("makes a new conversation that nobody holds a row of the unassigned view", () => {
    const store = new InboxStore("anna");
    store.putPages("unassigned", [{ from: null, page: { items: [] }, askedAt: store.moment() }]);
    const opened = read("conversation.opened.v1.minimal.json");

    store.apply([opened]);

    expect(store.view("unassigned").ids).toEqual([opened.data.conversationId]);
    expect(store.conversation(opened.data.conversationId)?.assignee).toBeUndefined();
  });
});
