import { asWritten, PEOPLE, type Reply, timelinePage, World, type WorldConversation } from "./world";
import { type Api, ApiProblem, type ListQuery, NoAnswer } from "../src/api/client";
import type {
  ReplyRequest,
  Config,
  Conversation,
  Counts,
  Me,
  FileLimit,
  Operator,
  Page,
  Permission,
  Problem,
  ResolutionRequest,
  Uuid,
} from "../src/api/types";
import { ServerClock } from "../src/live/clock";
import { Drafts } from "../src/live/drafts";
import { Inbox } from "../src/live/inbox";
import type { Session } from "../src/live/session";
import { InboxStore } from "../src/live/store";

export { PEOPLE, World, type WorldConversation };

const OPERATOR: Permission[] = [
  "conversation.see.all",
  "note.read",
  "conversation.reply",
  "conversation.start",
  "conversation.take",
  "conversation.resolve",
  "note.write",
  "contact.see",
  "contact.edit",
  "template.see",
];
const PERMISSIONS: Record<string, Permission[]> = {
  viewer: ["conversation.see.all", "note.read", "contact.see"],
  operator: OPERATOR,
  own: OPERATOR.map((permission) =>
    permission === "conversation.see.all" ? "conversation.see.own" : permission,
  ),
  supervisor: [
    ...OPERATOR,
    "conversation.take-over",
    "conversation.assign",
    "contact.merge",
    "contact.block",
    "contact.transfer",
    "number.see",
    "template.manage",
  ],
};

export const config: Config = {
  keycloak: { url: "http://localhost:8180", realm: "centralino", clientId: "centralino-web" },
  numbers: [
    {
      phoneNumberId: "510000000000023",
      number: "390299990001",
      displayPhone: "+39 02 9999 0001",
      name: "Casa Lume",
      connected: true,
    },
  ],
  removedNumbers: [],
  formerNumbers: [],
  build: "test",
  serverTime: new Date().toISOString(),
};

const placeOf = ({ id, lastActivityAt }: Conversation) => `${lastActivityAt} ${id}`;

/** A page of a list, and how to go on to both sides, as the server answers it. */
export function pageOf(
  rows: readonly Conversation[],
  { cursor, newer, limit }: Omit<ListQuery, "view">,
): Page<Conversation> {
  const sorted = [...rows].sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
  if (newer !== undefined) {
    const above = sorted.filter((row) => placeOf(row) > newer);
    const items = above.slice(-limit);
    return {
      items,
      nextCursor: items.length > 0 ? placeOf(items.at(-1)!) : undefined,
      previousCursor: above.length > limit ? placeOf(items[0]!) : undefined,
    };
  }
  const below = cursor === undefined ? sorted : sorted.filter((row) => placeOf(row) < cursor);
  const items = below.slice(0, limit);
  return {
    items,
    nextCursor: below.length > limit ? placeOf(items.at(-1)!) : undefined,
    previousCursor: cursor !== undefined && items.length > 0 ? placeOf(items[0]!) : undefined,
  };
}

type Given =
  { params?: { path?: Record<string, string>; query?: Record<string, unknown> }; body?: unknown } | undefined;
const filled = (path: string, given: Given): string =>
  path.replace("/api", "").replace(/\{(\w+)\}/g, (_, name: string) => given?.params?.path?.[name] ?? "");
/** What the customer gets: of a template, the server has filled in the words, and of a card, every list is there. */
const received = ({ content, ...rest }: ReplyRequest): Reply => ({
  ...rest,
  content:
    content.type === "contacts"
      ? {
          ...{ type: content.type, text: "", requested: false },
          cards: content.cards.map(({ phones = [], emails = [], urls = [], ...card }) => ({
            ...card,
            ...{ phones, emails, urls, addresses: [] },
          })),
        }
      : content.type !== "template"
        ? content
        : {
            type: "template",
            name: content.name,
            language: content.language,
            category: "utility",
            text: `As filled in: ${content.parameters.map(({ value }) => value).join(", ")}`,
            buttons: [],
            parameters: [],
            ...(content.cards && {
              cards: content.cards.map(({ attachmentId }, index) => ({
                format: "image" as const,
                attachment: { mediaId: attachmentId },
                text: `Card ${index + 1}`,
                buttons: [],
              })),
            }),
          },
});
const MEGABYTE = 1024 * 1024;
const FILE_LIMITS: FileLimit[] = [
  { kind: "image", types: ["image/jpeg", "image/png"], mostBytes: 5 * MEGABYTE },
  { kind: "video", types: ["video/mp4", "video/3gpp"], mostBytes: 16 * MEGABYTE },
  { kind: "audio", types: ["audio/aac", "audio/mpeg", "audio/ogg"], mostBytes: 16 * MEGABYTE },
  { kind: "document", types: [], mostBytes: 100 * MEGABYTE },
  { kind: "sticker", types: ["image/webp"], mostBytes: 500 * 1024 },
];

/** The contract over a world in memory: what the gateway answers, without a network. */
export class TestApi implements Api {
  readonly world: World;
  readonly who: (typeof PEOPLE)[keyof typeof PEOPLE];
  /** What was asked for, as `METHOD path`, with its body. */
  readonly calls: { call: string; body: unknown }[] = [];
  /** What is answered about contacts; a test of them says so. */
  contactsAnswer: (method: string, path: string, body: unknown, query: Record<string, unknown>) => unknown =
    () => ({
      items: [],
      conversations: [],
      consent: "unknown",
      consents: [],
    });
  /** What the gateway says now. */
  configAnswer: Config = config;
  /** What is entered at Meta. */
  webhookAnswer: { path: string; host?: string; verifyToken: string } = {
    path: "/webhooks/whatsapp",
    verifyToken: "verify-me-please",
  };
  /** What is answered about our numbers; a test of them says so. */
  numbersAnswer: (path: string, query: Record<string, unknown>, method: string) => unknown = () => ({
    items: [],
  });
  /** What is found; a test of the search says so. */
  searchAnswer: (query: Record<string, unknown>) => unknown = () => ({ customers: [], items: [] });
  /** Where a template was sent last; a test of it says so. */
  usesAnswer: unknown = { items: [] };
  /** Which templates may be sent; a test of them says so. */
  templatesAnswer: (query: Record<string, unknown>) => unknown = () => ({ items: [], more: false });
  /** Whether messages cost nothing; a test of that says so. */
  freeEntryAnswer: { freeUntil?: string; offeredUntil?: string; told: boolean } = { told: false };
  /** To what writing to somebody first leads; a test of that says so. */
  startAnswer: (body: Record<string, unknown>) => unknown = () => this.#noSuchMessage();
  /** The next answers to calls that contain this, instead of the world's. */
  readonly instead = new Map<string, (Problem | "no answer")[]>();
  /** How many tickets for files were given out. */
  tickets = 0;
  /** In which conversations somebody was shown to type. */
  readonly typing: string[] = [];
  colleagues: Operator[] = Object.values(PEOPLE).map(({ id, name, roles }) => ({
    id,
    name,
    mayHold: roles[0] !== "viewer",
  }));

  constructor(world: World, who: (typeof PEOPLE)[keyof typeof PEOPLE]) {
    this.world = world;
    this.who = who;
  }

  tokens: Api["tokens"] = {
    token: () => Promise.resolve("token"),
    renewed: () => Promise.resolve("renewed"),
  };
  fileLimits: Api["fileLimits"] = () => this.#call("GET", "/attachments/limits");
  me: Api["me"] = () => this.#call("GET", "/me");
  operators: Api["operators"] = () => this.#call("GET", "/operators");
  conversations: Api["conversations"] = (query) =>
    this.#call("GET", "/conversations", undefined, { ...query });
  rows: Api["rows"] = (ids) => this.#call("GET", `/conversations?ids=${ids.join(",")}`);
  conversation: Api["conversation"] = (id) => this.#of("GET", id);
  templates: Api["templates"] = (id, q, reads) => this.#of("GET", id, "/templates", undefined, { q, reads });
  timeline: Api["timeline"] = (id, query) => this.#of("GET", id, "/timeline", undefined, query);
  notes: Api["notes"] = (id, query) => this.#of("GET", id, "/notes", undefined, query);
  history: Api["history"] = (id, query) => this.#of("GET", id, "/history", undefined, query);
  mediaTicket: Api["mediaTicket"] = (id) => this.#of("GET", id, "/media-ticket");
  read: Api["read"] = (id, sequence, epoch) =>
    this.#of("PUT", id, "/read", { sequence, ...(epoch === undefined ? {} : { epoch }) });
  reply: Api["reply"] = (id, body) => this.#of("POST", id, "/replies", body);
  addNote: Api["addNote"] = (id, body) => this.#of("POST", id, "/notes", body);
  settle: Api["settle"] = (id, messageId, body) =>
    this.#of("POST", id, `/messages/${messageId}/resolution`, body);
  resolve: Api["resolve"] = (id, lastSeen) => this.#of("POST", id, "/resolve", { lastSeen });
  reopen: Api["reopen"] = (id) => this.#of("POST", id, "/reopen");
  assign: Api["assign"] = (id, body) => this.#of("POST", id, "/assignment", body);
  release: Api["release"] = (id) => this.#of("DELETE", id, "/assignment");
  ask: Api["ask"] = async (call) => {
    const asked = (method: string) => async (path: string, given: Given) => ({
      data: await this.#call(method, filled(path, given), given?.body, given?.params?.query),
    });
    const http = Object.fromEntries(["GET", "POST", "PUT", "PATCH", "DELETE"].map((it) => [it, asked(it)]));
    return (await call(http as never)).data!;
  };

  #of<T>(method: string, id: Uuid, what = "", body?: object, query: object = {}): Promise<T> {
    return this.#call<T>(method, `/conversations/${id}${what}`, body, { ...query });
  }

  async #call<T>(
    method: string,
    path: string,
    body?: unknown,
    query: Record<string, unknown> = {},
  ): Promise<T> {
    const call = `${method} ${path}`;
    this.calls.push({ call, body: structuredClone(body) });
    await Promise.resolve();
    for (const [part, answers] of this.instead) {
      const answer = call.includes(part) ? answers.shift() : undefined;
      if (answer === "no answer") throw new NoAnswer("test");
      if (answer) throw new ApiProblem(answer);
    }
    try {
      return asWritten(this.#answer(method, path, body, query)) as T;
    } catch (error) {
      const { body: problem } = error as { body?: Problem };
      throw problem ? new ApiProblem(problem) : error;
    }
  }

  /** Everything that this operator sees. */
  #rows(): Conversation[] {
    const { world, who } = this;
    const sees = ({ assignee }: { assignee?: { id: string } }) =>
      who.roles[0] !== "own" || !assignee || assignee.id === who.id;
    return [...world.conversations.values()]
      .filter(sees)
      .map((conversation) => world.row(conversation, who.id));
  }

  #lists() {
    const rows = this.#rows();
    return {
      mine: rows.filter((row) => row.status === "open" && row.assignee?.id === this.who.id),
      unassigned: rows.filter((row) => row.status === "open" && !row.assignee),
      all: rows.filter((row) => row.status === "open"),
      failed: rows.filter((row) => row.status === "open" && row.failed),
      resolved: rows.filter((row) => row.status === "resolved"),
    };
  }

  /** What the gateway tells when it has changed. */
  counts(): Counts {
    const { mine, unassigned, all, failed, resolved } = this.#lists();
    return {
      mine: mine.length,
      unassigned: unassigned.length,
      all: all.length,
      failed: failed.length,
      resolved: resolved.length,
    };
  }

  #kindOf(conversation: WorldConversation, messageId: string): string {
    const content = conversation.items.find(({ id }) => id === messageId)?.content;
    return content?.type === "unsupported" ? content.platformType : this.#noSuchMessage();
  }

  #noSuchMessage(): never {
    throw new ApiProblem({ status: 404, reasonKey: "message-not-found" });
  }

  #answer(method: string, path: string, body: unknown, query: Record<string, unknown>): unknown {
    const { world, who } = this;
    if (path === "/config") return this.configAnswer;
    if (path === "/webhook") return this.webhookAnswer;
    if (path.startsWith("/numbers")) return this.numbersAnswer(path, query, method);
    if (path === "/search") return this.searchAnswer(query);
    if (path.startsWith("/contacts")) return this.contactsAnswer(method, path, body, query);
    if (path === "/conversations/template-uses") return this.usesAnswer;
    if (path === "/conversations/templates") return this.templatesAnswer(query);
    if (path === "/conversations" && method === "POST")
      return this.startAnswer(body as Record<string, unknown>);
    if (path === "/conversations") {
      const { view, phoneNumberId, ...part } = query as unknown as ListQuery;
      const list = this.#lists()[view];
      return pageOf(
        list.filter((row) => !phoneNumberId || row.phoneNumberId === phoneNumberId),
        part,
      );
    }
    const [, ids] = path.split("?ids=");
    if (ids) return { items: this.#rows().filter(({ id }) => ids.split(",").includes(id)) };
    if (path === "/attachments/limits") return { kinds: FILE_LIMITS };
    if (path === "/operators") return { items: this.colleagues };
    const [, , id = "", rest = "", part = ""] = path.split("/");
    const conversation = world.conversations.get(id);
    if (!conversation) throw new ApiProblem({ status: 404, reasonKey: "not-found" });
    switch (`${method} ${rest}`) {
      case "GET ":
        return world.row(conversation, who.id);
      case "GET timeline":
        return timelinePage(conversation.items, query, Number(query["limit"])) ?? this.#noSuchMessage();
      case "GET templates":
        return this.templatesAnswer(query);
      case "GET free-entry":
        return this.freeEntryAnswer;
      case "GET media-ticket":
        return { ticket: `ticket-${++this.tickets}`, expiresAt: world.instant(world.now() + 600_000) };
      case "GET notes":
        return { items: conversation.notes };
      case "GET history":
        return { items: [...conversation.history].reverse() };
      case "POST replies":
        return world.reply(conversation, who, received(body as ReplyRequest));
      case "POST notes":
        return world.note(conversation, who, body as { text: string });
      case "GET messages":
        return { raw: `{"type":"${this.#kindOf(conversation, part)}"}` };
      case "PUT messages": {
        const item = conversation.items.find((message) => message.id === part)!;
        return world.reactAs(conversation, item, who, body as { emoji?: string });
      }
      case "PUT typing":
        this.typing.push(conversation.id);
        return undefined;
      case "POST messages": {
        const item = conversation.items.find((message) => message.id === part)!;
        return world.settle(conversation, item, who, body as ResolutionRequest);
      }
      case "POST assignment": {
        const { operatorId } = body as { operatorId?: string };
        const to = Object.values(PEOPLE).find((colleague) => colleague.id === operatorId);
        world.assign(conversation, to ?? who, to ? { takeOver: true } : (body ?? {}));
        return {
          conversationId: id,
          epoch: conversation.epoch,
          assignee: conversation.assignee,
          since: new Date(world.now()).toISOString(),
        };
      }
      case "DELETE assignment":
        world.release(conversation, who);
        return { conversationId: id, epoch: conversation.epoch, since: new Date(world.now()).toISOString() };
      case "POST resolve":
        world.resolve(conversation, who, body as { lastSeen: number });
        return world.row(conversation, who.id);
      case "POST reopen":
        world.decide(conversation, who, "open");
        return world.row(conversation, who.id);
      case "PUT read":
        return undefined;
      default:
        throw new Error(`not in the test: ${method} ${path}`);
    }
  }
}

/** A session of one operator in a world; `tell()` lets what happened reach him. */
export function sessionIn(world: World, name: keyof typeof PEOPLE = "anna") {
  const who = PEOPLE[name];
  const api = new TestApi(world, who);
  const clock = new ServerClock(world.now);
  const store = new InboxStore(who.id);
  const drafts = new Drafts(who.id);
  const permissions = PERMISSIONS[who.roles[0]!]!;
  const seesAll = permissions.includes("conversation.see.all");
  const inbox = new Inbox({ api, store, drafts, clock, seesAll });
  const me: Me = { ...who, username: name, permissions };
  let told = world.events.length;
  const session: Session = {
    me,
    config,
    learn: () => {},
    api,
    inbox,
    connection: { get: () => online, subscribe: () => () => {}, tryNow: () => {}, outdated: () => {} },
    signIn: () => {},
    signOut: () => {},
  };
  const tell = () => {
    store.apply(world.events.slice(told));
    told = world.events.length;
    store.putCounts(api.counts());
  };
  return { session, inbox, store, api, drafts, clock, me, tell };
}
const online = { phase: "online" } as const;

/** Giulia wrote a moment ago. */
export function giuliaIn(world: World): WorldConversation {
  let latest = 0;
  world.now = () => (latest = Math.max(latest + 1, Date.now()));
  const giulia = world.open("Giulia Ferri", "+39 347 555 0198");
  world.customerWrites(giulia, "Buongiorno, è arrivato il mio ordine? 😊");
  return giulia;
}
