import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { pageOf } from "./fixtures";
import { asWritten, PEOPLE, timelinePage, World, type WorldConversation } from "./world";
import { type Conversation, type Page, type View, VIEWS } from "../src/api/types";
import type { LiveEvent } from "../src/live/events";
import { covers, filterOf } from "../src/live/filter";
import { isLater } from "../src/live/status";
import type { Asked } from "../src/live/segment";
import { placeOf, type Read } from "../src/live/spans";
import { InboxStore } from "../src/live/store";
import { Random } from "./random";

const ME = PEOPLE.anna;
const TEAM = [PEOPLE.anna, PEOPLE.bruno, PEOPLE.carla];
const LIST_PAGE = 4;
const THREAD_PAGE = 5;
const HISTORY_PAGE = 6;

/** The server's answers, read from the world as it is at that moment. */
class Server {
  readonly world: World;
  constructor(world: World) {
    this.world = world;
  }
  list(view: View, part: { cursor?: string; newer?: string } = {}): Page<Conversation> {
    const rows = [...this.world.conversations.values()]
      .map((conversation) => this.world.row(conversation, ME.id))
      .filter((row) => covers(filterOf(view, null), row, ME.id));
    return asWritten(pageOf(rows, { ...part, limit: LIST_PAGE }));
  }
  row(id: string): Conversation {
    return asWritten(this.world.row(this.world.conversations.get(id)!, ME.id));
  }
  timeline(id: string, asked: Asked) {
    return asWritten(timelinePage(this.world.conversations.get(id)!.items, asked, THREAD_PAGE)!);
  }
  notes(id: string) {
    return asWritten(this.world.conversations.get(id)!.notes);
  }
  history(id: string, cursor?: string) {
    const all = [...this.world.conversations.get(id)!.history].sort((a, b) => (a.at < b.at ? 1 : -1));
    const from = !cursor ? 0 : all.findIndex((item) => item.id === cursor) + 1;
    const items = all.slice(from, from + HISTORY_PAGE);
    return asWritten({ items, nextCursor: from + HISTORY_PAGE < all.length ? items.at(-1)!.id : undefined });
  }
}

class Client {
  readonly store = new InboxStore(ME.id);
  readonly server: Server;
  constructor(server: Server) {
    this.server = server;
  }
  /** `meanwhile` happens between the server's answer and its arrival. */
  loadView(view: View, meanwhile: () => void = () => {}) {
    const { from, down } = this.store.placeToRead(view);
    const reads: Read[] = [];
    for (
      let cursor: string | null | undefined = from;
      cursor !== undefined;
      cursor = reads.at(-1)!.page.nextCursor
    ) {
      const askedAt = this.store.moment();
      const page = this.server.list(view, cursor === null ? {} : { cursor });
      reads.push({ from: cursor, page, askedAt });
      meanwhile();
      if (down === null || placeOf(page.items.at(-1)) <= down) break;
    }
    this.store.putPages(view, reads);
  }
  loadBeyond(view: View, part: "older" | "newer", meanwhile: () => void = () => {}) {
    const cursor = this.store.view(view)[part];
    if (cursor === null) return;
    const askedAt = this.store.moment();
    const page = this.server.list(view, part === "older" ? { cursor } : { newer: cursor });
    meanwhile();
    this.store.putBeyond(view, part, cursor, { page, askedAt });
  }
  openThread(id: string, meanwhile: () => void = () => {}) {
    this.store.open(id);
    const askedAt = this.store.moment();
    const row = this.server.row(id);
    const timeline = this.server.timeline(id, {});
    const notes = this.server.notes(id);
    const history = this.server.history(id);
    meanwhile();
    this.store.putConversation(row, askedAt);
    this.store.putTimeline(id, timeline, {}, askedAt);
    this.store.putNotes(id, notes, askedAt);
    this.store.putHistory(id, history, false);
  }
  loadOlder(id: string, meanwhile: () => void = () => {}) {
    const { olderCursor } = this.store.thread(id) ?? {};
    if (olderCursor) this.#put(id, { before: olderCursor }, meanwhile);
  }
  loadNewer(id: string, meanwhile: () => void = () => {}) {
    const { newerCursor } = this.store.thread(id) ?? {};
    if (newerCursor) this.#put(id, { after: newerCursor }, meanwhile);
  }
  loadAround(id: string, messageId: string, meanwhile: () => void = () => {}) {
    if (!this.store.showMessage(id, messageId)) this.#put(id, { around: messageId }, meanwhile);
  }
  #put(id: string, asked: Asked, meanwhile: () => void) {
    const askedAt = this.store.moment();
    const page = this.server.timeline(id, asked);
    meanwhile();
    this.store.putTimeline(id, page, asked, askedAt);
  }
  loadOlderHistory(id: string) {
    const thread = this.store.thread(id);
    if (thread?.historyCursor) this.store.putHistory(id, this.server.history(id, thread.historyCursor), true);
  }
  fetchWanted() {
    this.store.see(
      VIEWS.flatMap((view) => this.store.view(view).ids),
      true,
    );
    for (let round = 0; round < 20; round++) {
      const wanted = this.store.takeWanted();
      if (wanted.length === 0) return;
      for (const id of wanted) this.store.putConversation(this.server.row(id));
    }
  }
  /** What the inbox does after a gap that cannot be replayed. */
  resync() {
    this.store.everythingIsStale();
    for (const view of VIEWS) this.loadView(view);
    for (const id of this.store.threadIds()) {
      const { around } = this.store.thread(id)!;
      this.openThread(id);
      if (around) this.#put(id, { around }, () => {});
    }
  }
  everything() {
    for (const view of VIEWS) {
      if (this.store.isStale(view)) this.loadView(view);
      for (let round = 0; this.store.view(view).older && round < 50; round++) this.loadBeyond(view, "older");
      for (let round = 0; this.store.view(view).newer && round < 50; round++) this.loadBeyond(view, "newer");
    }
    this.fetchWanted();
    for (const id of this.store.threadIds()) {
      for (let round = 0; this.store.thread(id)?.newerCursor && round < 100; round++) this.loadNewer(id);
      for (let round = 0; this.store.thread(id)?.olderCursor && round < 100; round++) this.loadOlder(id);
      for (let round = 0; this.store.thread(id)?.historyCursor && round < 100; round++)
        this.loadOlderHistory(id);
    }
  }
  picture(ids: readonly string[]) {
    const lists = Object.fromEntries(VIEWS.map((view) => [view, this.store.view(view).ids]));
    const rows = Object.fromEntries(
      lists["all"]!.concat(lists["resolved"]!).map((id) => {
        // An assignment moves the row's version on the server, and tells its epoch to browsers.
        const { version: _, ...row } = this.store.conversation(id)!;
        return [id, row];
      }),
    );
    const threads = ids.map((id) => {
      const { items, notes, history } = this.store.thread(id)!;
      return {
        items,
        notes,
        history: history.map(({ kind, at, actor, target, messageId, noteId }) => ({
          ...{ kind, at, messageId, noteId },
          ...{ actor: actor.name, target: target?.name ?? null },
        })),
      };
    });
    return { lists, rows, threads };
  }
}

const STEPS = ["queued", "unknown", "accepted", "sent", "delivered", "read"] as const;

/** Something happens in the world. */
function happen(world: World, random: Random): void {
  const all = [...world.conversations.values()];
  const conversation: WorldConversation = random.of(all);
  const person = random.of(TEAM);
  const roll = random.below(100);
  if (roll < 6) {
    const fresh = world.open(`Customer ${all.length}`, undefined);
    world.customerWrites(fresh, "Hello");
  } else if (roll < 32) world.customerWrites(conversation, `text ${roll}`);
  else if (roll < 36)
    world.customerWrites(conversation, "late", world.now() - 3_000 - random.below(30_000), { late: true });
  else if (roll < 50) world.assign(conversation, person, { takeOver: true });
  else if (roll < 55) world.release(conversation, person);
  else if (roll < 70) {
    if (conversation.status === "resolved" || !conversation.assignee || conversation.lastSequence === 0)
      return;
    world.reply(conversation, conversation.assignee, {
      content: { type: "text", text: `reply ${roll}` },
      anyway: true,
    });
  } else if (roll < 74) {
    const doubtful = conversation.items.filter((item) => item.status === "unknown" && !item.settled);
    if (doubtful.length === 0 || conversation.status === "resolved" || !conversation.assignee) return;
    const again = random.chance(0.5) && !!conversation.windowExpiresAt;
    world.settle(
      conversation,
      random.of(doubtful),
      conversation.assignee,
      again ? { outcome: "send-again", id: randomUUID(), epoch: conversation.epoch } : { outcome: "arrived" },
    );
  } else if (roll < 87) {
    const open = conversation.items.filter((item) => item.direction === "outbound" && item.status !== "read");
    if (open.length === 0) return;
    const item = random.of(open);
    const later = STEPS.filter((step) => isLater(step, item.status));
    if (later.length > 0) world.status(conversation, item, random.of(later));
  } else if (roll < 90) world.note(conversation, person, { text: `note ${roll}` });
  else if (roll < 95) amend(world, random, conversation);
  else world.decide(conversation, person, random.chance(0.6) ? "resolved" : "open");
}

/** The customer does something to a message, or something becomes of its file. */
function amend(world: World, random: Random, conversation: WorldConversation): void {
  if (conversation.items.length === 0) return;
  const item = random.of(conversation.items);
  const roll = random.below(5);
  if (roll === 0) world.react(conversation, item, random.chance(0.7) ? ["👍🏽"] : []);
  else if (roll === 1) world.customerActs(conversation, "pinned");
  else if (item.direction === "outbound" || item.content.type === "revoked") return;
  else if (roll === 2) world.edit(conversation, item, { type: "text", text: `edited ${world.now()}` });
  else if (roll === 3) world.revoke(conversation, item);
  else world.media(conversation, item, { state: random.chance(0.5) ? "stored" : "lost", thumbnail: false });
}

function run(seed: number): void {
  const random = new Random(seed);
  let time = Date.parse("2026-03-01T09:00:00Z");
  const world = new World();
  world.now = () => (time += 1 + random.below(900));
  for (let index = 0; index < 9; index++) {
    const conversation = world.open(`Person ${index}`, undefined);
    for (let count = random.below(9); count >= 0; count--)
      world.customerWrites(conversation, `before ${count}`);
  }
  for (let count = 0; count < 40; count++) happen(world, random);

  const server = new Server(world);
  const client = new Client(server);
  let cursor = world.events.length;
  const deliver = (events: readonly LiveEvent[]) => {
    const batch = random.shuffled(events.flatMap((event) => (random.chance(0.2) ? [event, event] : [event])));
    while (batch.length > 0) client.store.apply(batch.splice(0, 1 + random.below(6)));
  };
  const catchUp = () => {
    // Some are told twice: a replay begins where the last safe cursor was.
    deliver(world.events.slice(Math.max(0, cursor - random.below(8))));
    cursor = world.events.length;
  };
  const meanwhile = () => {
    for (let count = random.below(4); count > 0; count--) happen(world, random);
    if (random.chance(0.5)) catchUp();
  };

  for (const view of VIEWS) client.loadView(view, meanwhile);
  const opened = random.shuffled([...world.conversations.keys()]).slice(0, 3);
  for (const id of opened) client.openThread(id, meanwhile);

  for (let step = 0; step < 60; step++) {
    for (let count = random.below(5); count >= 0; count--) happen(world, random);
    const roll = random.below(100);
    if (roll < 55) catchUp();
    else if (roll < 62) {
      // Cut: what happened is never told, everything is read anew.
      cursor = world.events.length;
      client.resync();
    } else if (roll < 70) client.loadBeyond(random.of(VIEWS), "older", meanwhile);
    else if (roll < 74) client.loadOlder(random.of(opened), meanwhile);
    else if (roll < 76) client.loadNewer(random.of(opened), meanwhile);
    else if (roll < 78) {
      const id = random.of(opened);
      client.loadAround(id, random.of(world.conversations.get(id)!.items).id, meanwhile);
    } else if (roll < 84) client.openThread(random.of(opened), meanwhile);
    else if (roll < 90) {
      const id = random.of(opened);
      const { lastSequence } = client.store.thread(id)!;
      const conversation = world.conversations.get(id)!;
      conversation.reads.set(ME.id, Math.max(conversation.reads.get(ME.id) ?? 0, lastSequence));
      client.store.markRead(id, lastSequence);
    } else client.fetchWanted();
  }
  catchUp();
  client.fetchWanted();
  client.everything();

  const fresh = new Client(server);
  for (const view of VIEWS) fresh.loadView(view);
  for (const id of opened) fresh.openThread(id);
  fresh.everything();
  expect(client.picture(opened), `seed ${seed}`).toEqual(fresh.picture(opened));
}

describe("the inbox store", () => {
  it("ends as a fresh load does, however events are shuffled, repeated and cut", () => {
    const from = Number(process.env["SEED"] ?? 1);
    const seeds = Number(process.env["SEEDS"] ?? 60);
    for (let seed = from; seed < from + seeds; seed++) run(seed);
  }, 300_000);
});
