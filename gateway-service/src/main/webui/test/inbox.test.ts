import { describe, expect, it, vi } from "vitest";
import { wordsIn } from "../src/lib/messageWords";
import type { Problem, ReplyRequest } from "../src/api/types";
import { giuliaIn, PEOPLE, sessionIn, World } from "./fixtures";

async function opened(name: "anna" | "bruno" | "carla" | "dario" = "anna") {
  const world = new World();
  const giulia = giuliaIn(world);
  const context = sessionIn(world, name);
  context.inbox.look(giulia.id);
  await vi.waitFor(() => expect(context.store.thread(giulia.id)?.state).toBe("ready"));
  await vi.waitFor(() => expect(context.store.conversation(giulia.id)).not.toBeNull());
  const thread = () => context.store.thread(giulia.id)!;
  const sent = () =>
    context.api.calls.filter(({ call }) => call.endsWith("/replies")).map(({ body }) => body as ReplyRequest);
  return { world, giulia, ...context, thread, sent };
}

const withoutNetwork = () => vi.stubGlobal("navigator", { onLine: false });

describe("a reply", () => {
  it("stands in the thread at once, and is replaced in place by the server's", async () => {
    const { world, giulia, inbox, thread, sent } = await opened();
    world.assign(giulia, PEOPLE.anna);
    inbox.store.putAssignment({ conversationId: giulia.id, epoch: 1, assignee: PEOPLE.anna });
    inbox.drafts.set(giulia.id, "reply", "Sì, è qui!");

    inbox.write(giulia.id, "reply", "Sì, è qui!");

    expect(thread().unsent.map(({ content, state }) => [wordsIn(content), state])).toEqual([
      ["Sì, è qui!", "sending"],
    ]);
    expect(inbox.drafts.get(giulia.id, "reply")).toBe("");
    const { id } = thread().unsent[0]!;
    await vi.waitFor(() => expect(thread().unsent).toEqual([]));
    expect(thread().items.at(-1)?.id).toBe(id);
    expect(sent()).toEqual([{ id, content: { type: "text", text: "Sì, è qui!" }, lastSeen: 1, epoch: 1 }]);
  });

  it("takes a conversation that nobody holds, first", async () => {
    const { giulia, inbox, thread, sent, api } = await opened();
    inbox.write(giulia.id, "reply", "Eccomi");
    await vi.waitFor(() => expect(thread().items).toHaveLength(2));
    const writes = api.calls.map(({ call }) => call).filter((call) => call.startsWith("POST"));
    expect(writes).toEqual([
      `POST /conversations/${giulia.id}/assignment`,
      `POST /conversations/${giulia.id}/replies`,
    ]);
    expect(sent()[0]?.epoch).toBe(1);
    expect(inbox.store.conversation(giulia.id)?.assignee?.id).toBe(PEOPLE.anna.id);
  });

  it("comes back as a draft, before what was begun since, when somebody took over", async () => {
    const { world, giulia, inbox, thread } = await opened();
    await inbox.take(giulia.id);
    world.assign(giulia, PEOPLE.carla, { takeOver: true });

    inbox.write(giulia.id, "reply", "My answer");
    inbox.drafts.set(giulia.id, "reply", "and more");

    await vi.waitFor(() => expect(inbox.refusal(giulia.id)).not.toBeNull());
    expect(inbox.refusal(giulia.id)?.problem).toMatchObject({
      reasonKey: "epoch-passed",
      holder: { name: "Carla Moretti" },
    });
    expect(inbox.drafts.get(giulia.id, "reply")).toBe("My answer\nand more");
    expect(thread().unsent).toEqual([]);
    expect(inbox.store.conversation(giulia.id)?.assignee?.name).toBe("Carla Moretti");
  });

  it("is held back when the customer wrote meanwhile, and goes out anyway on a second word", async () => {
    const { world, giulia, inbox, thread, sent } = await opened();
    await inbox.take(giulia.id);
    world.customerWrites(giulia, "Also, one more thing");

    inbox.write(giulia.id, "reply", "My answer");
    await vi.waitFor(() => expect(inbox.refusal(giulia.id)?.lastSequence).toBe(2));
    expect(thread().items.at(-1)?.content.text).toBe("Also, one more thing");

    inbox.write(giulia.id, "reply", inbox.drafts.get(giulia.id, "reply"), { lastSequence: 2 });
    await vi.waitFor(() => expect(thread().items).toHaveLength(3));
    expect(sent().at(-1)).toMatchObject({ lastSeen: 2, anyway: true });
    expect(inbox.refusal(giulia.id)).toBeNull();
    expect(inbox.drafts.get(giulia.id, "reply")).toBe("");
  });

  it("may follow another of one's own without being surprised by it", async () => {
    const { giulia, inbox, thread, sent } = await opened();
    await inbox.take(giulia.id);
    inbox.write(giulia.id, "reply", "one");
    inbox.write(giulia.id, "reply", "two");
    inbox.write(giulia.id, "reply", "three");
    await vi.waitFor(() => expect(thread().items).toHaveLength(4));
    expect(
      thread()
        .items.map((item) => item.content.text)
        .slice(1),
    ).toEqual(["one", "two", "three"]);
    expect(sent().map(({ lastSeen }) => lastSeen)).toEqual([1, 2, 3]);
  });

  it.each([
    { status: 503, reasonKey: "service-unavailable" },
    { status: 408, reasonKey: "request-timeout" },
  ])(
    "is repeated with the same id when no answer came or it was $status, and stands there once",
    async (passing) => {
      const { giulia, inbox, thread, sent, api } = await opened();
      await inbox.take(giulia.id);
      api.instead.set("/replies", ["no answer", passing]);
      vi.useFakeTimers();
      inbox.write(giulia.id, "reply", "Once");
      await vi.advanceTimersByTimeAsync(10);
      expect(thread().unsent[0]?.state).toBe("waiting");
      inbox.write(giulia.id, "note", "That can still be taken back");
      expect(thread().unsent[1]?.state).toBe("held");
      inbox.cancel(giulia.id, thread().unsent[1]!.id);
      await vi.advanceTimersByTimeAsync(5_000);
      vi.useRealTimers();
      expect(thread().unsent).toEqual([]);
      expect(thread().items).toHaveLength(2);
      expect(new Set(sent().map(({ id }) => id)).size).toBe(1);
      expect(sent()).toHaveLength(3);
    },
  );

  it("waits while the line is down, and goes out in order when it is back", async () => {
    const { giulia, inbox, thread, api } = await opened();
    await inbox.take(giulia.id);
    inbox.connected(false);
    api.instead.set("/replies", ["no answer"]);
    inbox.write(giulia.id, "reply", "one");
    inbox.write(giulia.id, "reply", "two");
    await vi.waitFor(() => expect(api.calls.at(-1)?.call).toContain("/replies"));
    expect(inbox.waiting()).toBe(2);
    await vi.waitFor(() => expect(thread().unsent.map(({ state }) => state)).toEqual(["waiting", "held"]));
    inbox.connected(true);
    await vi.waitFor(() => expect(inbox.waiting()).toBe(0));
    expect(
      thread()
        .items.map((item) => item.content.text)
        .slice(1),
    ).toEqual(["one", "two"]);
  });

  it("goes out from the next page when its own was closed before it could", async () => {
    const { world, giulia, inbox, sent } = await opened();
    await inbox.begin();
    await inbox.take(giulia.id);
    withoutNetwork();
    inbox.connected(false);
    inbox.write(giulia.id, "reply", "one");
    inbox.write(giulia.id, "reply", "two");
    expect(sent()).toEqual([]);
    vi.unstubAllGlobals();

    const next = sessionIn(world);
    next.inbox.connected(false);
    await next.inbox.begin();
    next.inbox.look(giulia.id);
    expect(next.store.thread(giulia.id)!.unsent.map(({ content }) => wordsIn(content))).toEqual([
      "one",
      "two",
    ]);
    expect(next.inbox.waiting()).toBe(2);
    next.inbox.connected(true);

    await vi.waitFor(() => expect(next.inbox.waiting()).toBe(0));
    expect(giulia.items.slice(1).map((item) => item.content.text)).toEqual(["one", "two"]);
    const third = sessionIn(world);
    await third.inbox.begin();
    expect(third.inbox.waiting()).toBe(0);
  });

  it("can be taken back while it was never sent, and only then", async () => {
    const { giulia, inbox, thread, sent, api } = await opened();
    await inbox.take(giulia.id);
    withoutNetwork();
    inbox.connected(false);
    inbox.write(giulia.id, "reply", "one");
    inbox.cancel(giulia.id, thread().unsent[0]!.id);
    expect(thread().unsent).toEqual([]);
    expect(inbox.drafts.get(giulia.id, "reply")).toBe("one");
    expect(sent()).toEqual([]);

    vi.unstubAllGlobals();
    inbox.connected(true);
    api.instead.set("/replies", ["no answer"]);
    inbox.write(giulia.id, "reply", "one");
    await vi.waitFor(() => expect(thread().unsent[0]?.state).toBe("waiting"));
    inbox.cancel(giulia.id, thread().unsent[0]!.id);
    expect(thread().unsent).toHaveLength(1);
    await vi.waitFor(() => expect(inbox.waiting()).toBe(0));
  });

  it("comes back as a draft when the server fails again and again, and lets the next one pass", async () => {
    const { giulia, inbox, thread, api } = await opened();
    await inbox.take(giulia.id);
    const fault = { status: 500, reasonKey: "internal-error" };
    api.instead.set("/replies", [fault, fault, fault, fault, fault]);
    vi.useFakeTimers();
    inbox.write(giulia.id, "reply", "one");
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect(inbox.refusal(giulia.id)?.problem.reasonKey).toBe("internal-error");
    expect(inbox.drafts.get(giulia.id, "reply")).toBe("one");

    inbox.write(giulia.id, "reply", "two");
    await vi.waitFor(() => expect(thread().items.at(-1)?.content.text).toBe("two"));
  });

  it("has patience while the conversation has not heard of the assignment yet", async () => {
    const { giulia, inbox, thread, sent, api } = await opened();
    api.instead.set("/replies", [{ status: 409, reasonKey: "not-assigned" }]);
    inbox.write(giulia.id, "reply", "Eccomi");
    await vi.waitFor(() => expect(thread().items).toHaveLength(2));
    expect(sent()).toHaveLength(2);
    expect(inbox.refusal(giulia.id)).toBeNull();
  });

  it("that the window refuses says so, and closes the window here too", async () => {
    const { giulia, inbox, api } = await opened();
    await inbox.take(giulia.id);
    const windowExpiresAt = "2026-01-01T00:00:00Z";
    api.instead.set("/replies", [{ status: 409, reasonKey: "window-closed", windowExpiresAt }]);
    inbox.write(giulia.id, "reply", "Too late");
    await vi.waitFor(() => expect(inbox.refusal(giulia.id)?.problem.reasonKey).toBe("window-closed"));
    expect(inbox.store.conversation(giulia.id)?.windowExpiresAt).toBe(windowExpiresAt);
    expect(inbox.drafts.get(giulia.id, "reply")).toBe("Too late");
  });
});

describe("a delivery state", () => {
  it("never goes back, in whatever order it is told", async () => {
    const { world, giulia, inbox, thread, tell } = await opened();
    await inbox.take(giulia.id);
    inbox.write(giulia.id, "reply", "Hello");
    await vi.waitFor(() => expect(thread().items).toHaveLength(2));
    const item = giulia.items.at(-1)!;
    for (const status of ["sent", "read", "delivered", "accepted"] as const) {
      world.status(giulia, item, status);
      tell();
    }
    expect(thread().items.at(-1)?.status).toBe("read");
    expect(inbox.store.conversation(giulia.id)?.preview?.status).toBe("read");
  });
});

describe("taking", () => {
  it("tells who was faster, and shows it", async () => {
    const { world, giulia, inbox } = await opened();
    world.assign(giulia, PEOPLE.bruno);
    await expect(inbox.take(giulia.id)).rejects.toMatchObject({
      problem: { holder: { name: "Bruno Conti" } },
    });
    expect(inbox.store.conversation(giulia.id)?.assignee?.name).toBe("Bruno Conti");
  });
});

describe("who sees only his own", () => {
  it("sees no more of a conversation that a colleague took first", async () => {
    const { world, giulia, inbox } = await opened("dario");
    await inbox.loadView("unassigned");
    expect(inbox.store.view("unassigned").ids).toEqual([giulia.id]);
    world.assign(giulia, PEOPLE.bruno);

    await expect(inbox.take(giulia.id)).rejects.toMatchObject({
      problem: { holder: { name: "Bruno Conti" } },
    });

    expect(inbox.store.view("unassigned").ids).toEqual([]);
    expect(inbox.store.conversation(giulia.id)).toBeNull();
    expect(inbox.store.thread(giulia.id)?.state).toBe("gone");
  });

  it("keeps what he takes himself", async () => {
    const { giulia, inbox } = await opened("dario");

    await inbox.take(giulia.id);

    expect(inbox.store.conversation(giulia.id)?.assignee?.name).toBe("Dario Villa");
  });
});

describe("a conversation that was out of sight", () => {
  it("opens again by itself when something of it is heard again", async () => {
    const { world, giulia, inbox, store, thread, tell } = await opened("dario");
    store.gone(giulia.id);
    expect(thread().state).toBe("gone");
    world.customerWrites(giulia, "Are you there?");

    tell();
    inbox.settle();

    await vi.waitFor(() => expect(thread().state).toBe("ready"));
    expect(thread().items).toHaveLength(2);
    expect(store.conversation(giulia.id)?.preview?.text).toBe("Are you there?");
  });

  it("stays out of sight when it only seemed so", async () => {
    const { world, giulia, inbox, store, thread, tell, api } = await opened("dario");
    store.gone(giulia.id);
    api.instead.set(giulia.id, Array<Problem>(10).fill({ status: 404, reasonKey: "not-found" }));
    world.customerWrites(giulia, "Are you there?");

    tell();
    inbox.settle();

    await vi.waitFor(() => expect(api.calls.at(-1)?.call).toContain("/history"));
    await Promise.resolve();
    expect(thread().state).toBe("gone");
    expect(thread().items).toEqual([]);
  });
});

describe("what could not be read", () => {
  const away = { status: 503, reasonKey: "service-unavailable" };
  const asked = (api: { calls: { call: string }[] }, end: string) =>
    api.calls.filter(({ call }) => call.endsWith(end)).length;

  it("is read again until it is there: a row", async () => {
    const world = new World();
    const giulia = giuliaIn(world);
    const { inbox, store, api } = sessionIn(world);
    vi.useFakeTimers();
    api.instead.set(`GET /conversations/${giulia.id}`, [away, away, away, away, away, away, away, away]);
    inbox.look(giulia.id);
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect(store.conversation(giulia.id)?.contact.name).toBe("Giulia Ferri");
    expect(store.thread(giulia.id)?.state).toBe("ready");
  });

  it("is read again until it is there: a list", async () => {
    const world = new World();
    const giulia = giuliaIn(world);
    const { inbox, store, api } = sessionIn(world);
    vi.useFakeTimers();
    api.instead.set("GET /conversations", [away, away, away]);
    inbox.show("all");
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(store.view("all")).toMatchObject({ state: "ready", ids: [giulia.id] });
  });

  it("waits longer each time, and not at all when the line is back", async () => {
    const world = new World();
    const { inbox, api } = sessionIn(world);
    vi.useFakeTimers();
    api.instead.set("GET /conversations", Array<"no answer">(100).fill("no answer"));
    inbox.show("all");
    await vi.advanceTimersByTimeAsync(60_000);
    const before = asked(api, "/conversations");
    expect(before).toBeLessThan(15);
    inbox.connected(true);
    vi.useRealTimers();
    expect(asked(api, "/conversations")).toBe(before + 1);
  });

  it("is not asked for when nobody looks at it any more", async () => {
    const world = new World();
    const { inbox, api } = sessionIn(world);
    vi.useFakeTimers();
    api.instead.set("GET /conversations", Array<"no answer">(100).fill("no answer"));
    inbox.show("all");
    await vi.advanceTimersByTimeAsync(1_000);
    inbox.show("mine");
    const before = api.calls.filter(({ call }) => call.endsWith("/conversations")).length;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(inbox.store.view("all").state).toBe("error");
    vi.useRealTimers();
    expect(before).toBeGreaterThan(1);
  });
});

describe("what happens in conversations that are not on the screen", () => {
  const calls = ({ calls }: { calls: { call: string }[] }) => calls.map(({ call }) => call);

  it("makes the page ask for nothing", async () => {
    const world = new World();
    const others = Array.from({ length: 30 }, (_, n) =>
      world.open(`Customer ${n}`, `+39 347 555 ${1000 + n}`),
    );
    const { inbox, store, api, tell } = sessionIn(world);
    inbox.show("mine");
    await vi.waitFor(() => expect(store.view("mine").state).toBe("ready"));
    inbox.show("resolved");
    await vi.waitFor(() => expect(store.view("resolved").state).toBe("ready"));
    const before = calls(api);

    for (const other of others) {
      world.customerWrites(other, "Hello");
      world.assign(other, PEOPLE.bruno, { takeOver: true });
    }
    tell();
    inbox.settle();

    expect(calls(api)).toEqual(before);
  });

  it("is asked for when it comes on the screen, and only then", async () => {
    const { world, inbox, store, api, tell, giulia } = await opened();
    inbox.look(null);
    const marco = world.open("Marco", "+39 347 555 0001");
    world.customerWrites(marco, "First, before this page was opened");
    world.events.splice(0);
    inbox.show("all");
    await vi.waitFor(() => expect(store.view("all").ids).toHaveLength(2));
    const late = sessionIn(world);
    world.customerWrites(marco, "Second");
    late.inbox.show("all");
    late.tell();
    tell();
    await vi.waitFor(() => expect(late.store.view("all").ids).toContain(marco.id));
    late.inbox.see([marco.id, giulia.id]);
    await vi.waitFor(() => expect(late.store.conversation(marco.id)?.unread).toBe(2));
    expect(calls(api).filter((call) => call === `GET /conversations/${marco.id}`)).toEqual([]);
  });

  it("does not fill the page's memory", () => {
    const { store } = sessionIn(new World());
    const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString();
    for (let n = 0; n < 20_000; n++) {
      const state = {
        version: 1,
        phoneNumberId: "510000000000023",
        contact: { id: `k${n}`, name: `Customer ${n}`, initials: "C" },
        status: "open" as const,
        epoch: 1,
        lastSequence: 0,
        lastActivityAt: at(n),
        createdAt: at(n),
      };
      const data = { conversationId: `c${n}`, at: at(n) };
      const operator = { id: PEOPLE.bruno.id, name: PEOPLE.bruno.name };
      store.apply([
        { type: "conversation.opened.v1", id: `o${n}`, data: { ...data, conversation: state } },
        {
          type: "assignment.taken.v1",
          id: `a${n}`,
          data: { conversationId: `unknown ${n}`, at: at(n), epoch: 1, operator },
        },
      ]);
    }
    expect(store.size()).toBeLessThan(10_000);
  });
});

describe("an event that is not as it should be", () => {
  it("takes no other with it", async () => {
    const { world, giulia, store, thread } = await opened();
    const silent = vi.spyOn(console, "error").mockImplementation(() => {});
    const before = world.events.length;
    world.customerWrites(giulia, "And now?");
    const broken = {
      type: "conversation.message-received.v1",
      id: "broken",
      data: { conversationId: giulia.id },
    } as never;

    store.apply([broken, ...world.events.slice(before)]);

    expect(thread().items.at(-1)?.content.text).toBe("And now?");
    expect(silent).toHaveBeenCalledOnce();
    silent.mockRestore();
  });
});

describe("since when a customer waits", () => {
  it("is what the events say, and nothing that the page concludes", async () => {
    const { world, giulia, inbox, thread, tell } = await opened();
    const waiting = () => inbox.store.conversation(giulia.id)?.waitingSince;
    const asked = giulia.items[0]!.at;
    await inbox.take(giulia.id);
    inbox.write(giulia.id, "reply", "Hello");
    await vi.waitFor(() => expect(thread().items).toHaveLength(2));
    tell();
    expect(waiting()).toBe(asked);

    world.status(giulia, giulia.items.at(-1)!, "accepted");
    tell();
    expect(waiting()).toBeUndefined();

    world.status(giulia, giulia.items.at(-1)!, "failed");
    tell();
    expect(waiting()).toBe(asked);
  });
});

describe("a note", () => {
  it("has patience while the notes have not heard of what the page knows", async () => {
    const { giulia, inbox, api } = await opened();
    await inbox.take(giulia.id);
    api.instead.set("/notes", [{ status: 409, reasonKey: "epoch-unknown", epoch: 0 }]);

    inbox.write(giulia.id, "note", "Ask about the colour");

    await vi.waitFor(() => expect(giulia.notes).toHaveLength(1));
    expect(inbox.refusal(giulia.id)).toBeNull();
  });

  it("says what its author knew of the conversation", async () => {
    const { giulia, inbox, api } = await opened();
    await inbox.take(giulia.id);

    inbox.write(giulia.id, "note", "Ask about the colour");

    await vi.waitFor(() => expect(giulia.notes).toHaveLength(1));
    expect(
      api.calls.find(({ call }) => call.endsWith("/notes") && call.startsWith("POST"))?.body,
    ).toMatchObject({ text: "Ask about the colour", epoch: 1 });
  });
});

describe("a message in doubt", () => {
  it("is as it was decided, also when that is told before the message", async () => {
    const { world, giulia, store, thread, tell } = await opened();
    world.assign(giulia, PEOPLE.anna);
    const item = world.reply(giulia, PEOPLE.anna, { content: { type: "text", text: "Hello" }, anyway: true });
    const queued = world.events.pop()!;
    world.status(giulia, item, "unknown");
    world.settle(giulia, item, PEOPLE.carla, { outcome: "arrived" });
    tell();

    store.apply([queued]);

    expect(thread().items.at(-1)).toMatchObject({
      status: "accepted",
      settled: { outcome: "arrived", by: { name: "Carla Moretti" } },
    });
  });
});

describe("drafts", () => {
  it("survive a reload, belong to their owner, and are gone after signing out", async () => {
    const { giulia, inbox } = await opened();
    inbox.drafts.set(giulia.id, "note", "half a note");
    inbox.drafts.save();
    const again = sessionIn(new World());
    expect(again.drafts.get(giulia.id, "note")).toBe("half a note");
    expect(sessionIn(new World(), "bruno").drafts.get(giulia.id, "note")).toBe("");
    again.drafts.clear();
    expect(sessionIn(new World()).drafts.get(giulia.id, "note")).toBe("");
  });
});
