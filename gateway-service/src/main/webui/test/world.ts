// The model that the store is held against: conversations, who holds them, notes, history, and their events,
// written as on the wire.
import { randomUUID } from "node:crypto";
import type {
  Author,
  Contact,
  Content,
  Conversation,
  ConversationState,
  DeliveryError,
  Events,
  HistoryItem,
  HistoryKind,
  MessageStatus,
  Media,
  Note,
  Page,
  Person,
  Problem,
  ReplyRequest,
  ResolutionRequest,
  Sender,
  Speaker,
  TimelineItem,
} from "../src/api/types";
import type { LiveEvent } from "../src/live/events";

const HOUR = 3_600_000;

export const PEOPLE = {
  anna: { id: "0197a000-0000-7000-8000-00000000000a", name: "Anna Ricci", roles: ["operator"] },
  bruno: { id: "0197a000-0000-7000-8000-00000000000b", name: "Bruno Conti", roles: ["operator"] },
  carla: { id: "0197a000-0000-7000-8000-00000000000c", name: "Carla Moretti", roles: ["supervisor"] },
  dario: { id: "0197a000-0000-7000-8000-00000000000d", name: "Dario Villa", roles: ["own"] },
  elena: { id: "0197a000-0000-7000-8000-00000000000e", name: "Elena Fontana", roles: ["viewer"] },
};

/** A conversation with all that belongs to it; `reads` says how far each operator has read. */
export interface WorldConversation extends ConversationState {
  id: string;
  contact: Contact;
  items: TimelineItem[];
  notes: Note[];
  history: HistoryItem[];
  reads: Map<string, number>;
}

const asOperator = (person: Person) => ({ kind: "operator" as const, id: person.id, name: person.name });

/** Display order: the platform's time, then the order of the log. */
export const inOrder = (items: readonly TimelineItem[]): TimelineItem[] =>
  [...items].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.sequence - b.sequence));

/** A page as the server cuts it; null when the message around which it should be is not there. */
export function timelinePage(
  items: readonly TimelineItem[],
  { before, after, around }: { before?: string; after?: string; around?: string },
  limit: number,
): Page<TimelineItem> | null {
  const all = inOrder(items);
  const key = ({ at, sequence }: TimelineItem) => `${at} ${String(sequence).padStart(9, "0")}`;
  const middle = around === undefined ? undefined : all.find(({ id }) => id === around);
  if (around !== undefined && !middle) return null;
  const edge = before ?? after ?? (middle ? key(middle) : "~");
  const below = all.filter((item) => (after === undefined ? key(item) < edge : key(item) <= edge)).length;
  const older = middle ? limit >> 1 : after === undefined ? limit : 0;
  const first = Math.max(0, below - older);
  const last = Math.min(all.length, below + (middle ? limit - older : after === undefined ? 0 : limit));
  const page = all.slice(first, last);
  return {
    items: page,
    nextCursor: first > 0 ? (page[0] ? key(page[0]) : edge) : undefined,
    previousCursor: last < all.length ? (page.length > 0 ? key(page.at(-1)!) : edge) : undefined,
  };
}

/** A copy as events and answers are written: what there is nothing to say about is left out. */
export const asWritten = <T>(data: T): T =>
  data &&
  (JSON.parse(JSON.stringify(data, (_, value: unknown) => (value === null ? undefined : value))) as T);

const ANSWERS = new Set<MessageStatus>(["accepted", "sent", "delivered", "read", "played"]);

const latest = (a: string | undefined, b: string): string => (a !== undefined && a > b ? a : b);

export class Refusal extends Error {
  readonly body: Problem;
  constructor(status: number, reasonKey: string, more: Partial<Problem> = {}) {
    super(reasonKey);
    this.body = {
      type: `/problems/${reasonKey}`,
      title: reasonKey,
      status,
      detail: reasonKey,
      reasonKey,
      ...more,
    };
  }
}

/** A file is named by its id, and shown as one. */
const asShown = (content: Content | ReplyRequest["content"]): Content =>
  "attachmentId" in content
    ? ({
        ...content,
        text: "caption" in content ? content.caption : undefined,
        attachment: { mediaId: content.attachmentId },
      } as Content)
    : (content as Content);

const quotedIn = ({ items }: WorldConversation, id?: string): TimelineItem["quoted"] => {
  const item = items.find((each) => each.id === id);
  if (!item) return undefined;
  const { author, content } = item;
  return {
    messageId: item.id,
    content: content as NonNullable<TimelineItem["quoted"]>["content"],
    ...(author.kind === "operator" && author.id
      ? { author: { id: author.id, name: author.name ?? "" } }
      : {}),
  };
};

/** What a reply is asked for with; what is left out is not checked. */
export interface Reply {
  id?: string;
  content: Content | ReplyRequest["content"];
  lastSeen?: number;
  epoch?: number;
  anyway?: boolean;
  takeOver?: boolean;
  answers?: string;
}

type Resolution = ResolutionRequest | { outcome: "send-again"; id: string; epoch?: number };

export class World {
  conversations = new Map<string, WorldConversation>();
  events: LiveEvent[] = [];
  /** When a customer's message came, as far as its order goes: what is late comes when it is heard. */
  came = new Map<string, string>();

  now = () => Date.now();
  instant = (time = this.now()) => new Date(time).toISOString();

  publish(type: string, data: object) {
    this.events.push({ type, id: randomUUID(), data: asWritten(data) } as LiveEvent);
  }

  state(conversation: WorldConversation): ConversationState {
    const {
      version,
      phoneNumberId,
      contact,
      status,
      teamId,
      epoch,
      assignee,
      lastSequence,
      windowExpiresAt,
    } = conversation;
    const { waitingSince, lastActivityAt, createdAt, failed, handledBy, blocked } = conversation;
    return {
      ...{ version, phoneNumberId, contact, status, teamId, epoch, assignee, lastSequence, windowExpiresAt },
      ...{ waitingSince, lastActivityAt, createdAt, failed, handledBy, blocked },
    };
  }

  row(conversation: WorldConversation, me: string): Conversation {
    const readTo = conversation.reads.get(me) ?? 0;
    const last = inOrder(conversation.items).at(-1);
    return {
      id: conversation.id,
      ...this.state(conversation),
      unread: conversation.items.filter((item) => item.direction === "inbound" && item.sequence > readTo)
        .length,
      preview: last
        ? {
            sequence: last.sequence,
            at: last.at,
            kind: last.content.type,
            platformType: last.content.type === "unsupported" ? last.content.platformType : undefined,
            text: last.content.text,
            direction: last.direction,
            author: last.author,
            status: last.status,
          }
        : undefined,
    };
  }

  open(
    name: string,
    phone: string | undefined,
    id: string = randomUUID(),
    at = this.now(),
    group = false,
  ): WorldConversation {
    const conversation: WorldConversation = {
      id,
      version: 1,
      phoneNumberId: "510000000000023",
      contact: {
        id: randomUUID(),
        name,
        initials: name
          .split(" ")
          .map((word) => word[0])
          .filter((_, index, all) => index === 0 || index === all.length - 1)
          .join(""),
        phone,
        group,
      },
      status: "open",
      epoch: 0,
      lastSequence: 0,
      lastActivityAt: this.instant(at),
      createdAt: this.instant(at),
      failed: false,
      items: [],
      notes: [],
      history: [],
      reads: new Map(),
    };
    this.conversations.set(id, conversation);
    this.publish("conversation.opened.v1", {
      conversationId: id,
      at: this.instant(at),
      conversation: this.state(conversation),
    });
    return conversation;
  }

  remember(
    conversation: WorldConversation,
    at: number,
    kind: HistoryKind,
    actor: Author,
    target?: Person,
    about: { messageId?: string; noteId?: string } = {},
  ) {
    conversation.history.push({
      id: randomUUID(),
      at: this.instant(at),
      kind,
      actor,
      target,
      ...about,
    });
  }

  /** `late`: it was written at `at`, and arrives only now. */
  customerWrites(
    conversation: WorldConversation,
    text: string,
    at = this.now(),
    more: { late?: boolean } = {},
  ) {
    return this.customerSends(conversation, { type: "text", text }, at, more);
  }

  customerSends(
    conversation: WorldConversation,
    content: Content,
    at = this.now(),
    {
      late = false,
      context,
      quoted,
      sender,
    }: Partial<Pick<TimelineItem, "late" | "context" | "quoted">> & { sender?: Sender } = {},
  ) {
    const recordedAt = this.instant(late ? this.now() : at);
    const item: TimelineItem = {
      id: randomUUID(),
      conversationId: conversation.id,
      sequence: ++conversation.lastSequence,
      at: this.instant(at),
      recordedAt,
      kind: "message",
      direction: "inbound",
      author: sender
        ? { kind: "customer", name: sender.name, contactId: sender.contactId }
        : { kind: "customer", id: conversation.contact.id, name: conversation.contact.name },
      content,
      context,
      quoted,
      status: "received",
      statusAt: recordedAt,
      late,
      reactions: [],
      earlier: [],
      media: "attachment" in content ? { state: "fetching", thumbnail: false } : undefined,
    };
    conversation.items.push(item);
    conversation.version++;
    conversation.windowExpiresAt = latest(conversation.windowExpiresAt, this.instant(at + 24 * HOUR));
    const came = latest(conversation.lastActivityAt, late ? recordedAt : item.at);
    this.came.set(item.id, came);
    const begins = conversation.waitingSince === undefined;
    conversation.waitingSince ??= came;
    conversation.lastActivityAt = came;
    const reopened = conversation.status === "resolved";
    conversation.status = "open";
    if (begins)
      this.remember(conversation, at, "customer-wrote", item.author, undefined, { messageId: item.id });
    if (reopened) this.remember(conversation, Date.parse(recordedAt), "reopened", item.author);
    this.publish("conversation.message-received.v1", {
      conversationId: conversation.id,
      messageId: item.id,
      sequence: item.sequence,
      platformId: `wamid.${item.id}`,
      platformAt: item.at,
      content,
      context,
      quoted,
      late,
      sender,
      at: item.recordedAt,
      conversation: this.state(conversation),
    });
    if (reopened) {
      this.publish("conversation.reopened.v1", {
        conversationId: conversation.id,
        at: item.recordedAt,
        conversation: this.state(conversation),
      });
    }
    return item;
  }

  /** Somebody else writes in the business's name. */
  echo(conversation: WorldConversation, speaker: Speaker, text: string, at = this.now()) {
    const content: Content = { type: "text", text };
    const item: TimelineItem = {
      ...{ id: randomUUID(), conversationId: conversation.id, sequence: ++conversation.lastSequence },
      ...{ at: this.instant(at), recordedAt: this.instant(at), kind: "message", direction: "outbound" },
      ...{
        author: { kind: "other", speaker },
        content,
        status: "sent",
        statusAt: this.instant(at),
        late: false,
      },
    };
    conversation.items.push(item);
    conversation.version++;
    delete conversation.waitingSince;
    this.publish("conversation.message-echoed.v1", {
      conversationId: conversation.id,
      ...{ messageId: item.id, sequence: item.sequence, platformId: `wamid.${item.id}`, platformAt: item.at },
      ...{ speaker, content, late: false, answeredThrough: item.sequence, at: item.at },
      conversation: this.state(conversation),
    });
    return item;
  }

  /** Another application answers the customer from now on; none: we do. */
  handOver(conversation: WorldConversation, to: Speaker | undefined, words?: string, at = this.now()) {
    const from = conversation.handledBy;
    conversation.version++;
    if (to) conversation.handledBy = to;
    else delete conversation.handledBy;
    if (to) delete conversation.waitingSince;
    else conversation.waitingSince = this.instant(at);
    this.publish("conversation.handed-over.v1", {
      ...{
        conversationId: conversation.id,
        from,
        to,
        words,
        handedAt: this.instant(at),
        at: this.instant(at),
      },
      ...{ answeredThrough: conversation.lastSequence - 1, conversation: this.state(conversation) },
    });
  }

  /** Since when the customer waits: since what he wrote before the platform accepted an answer to it. */
  waiting(conversation: WorldConversation): string | undefined {
    let since: string | undefined;
    for (const { id, direction, status } of conversation.items) {
      if (direction === "inbound") since ??= this.came.get(id);
      else if (ANSWERS.has(status)) since = undefined;
    }
    return since;
  }

  /** `again`: the message in doubt that it repeats. */
  reply(
    conversation: WorldConversation,
    person: Person,
    request: Reply,
    at = this.now(),
    again?: TimelineItem,
  ): TimelineItem {
    const known = conversation.items.find((item) => item.id === request.id);
    if (known) return known;
    if (conversation.status === "resolved") throw new Refusal(409, "conversation-resolved");
    if (!conversation.assignee) throw new Refusal(409, "not-assigned");
    const { assignee: holder, epoch } = conversation;
    if (holder.id !== person.id) {
      const passed = request.epoch !== undefined && request.epoch < epoch;
      throw new Refusal(409, passed ? "epoch-passed" : "held-by-another-operator", { holder, epoch });
    }
    if (request.epoch !== undefined && request.epoch < epoch)
      throw new Refusal(409, "epoch-passed", { holder, epoch });
    if (conversation.handledBy && !request.takeOver)
      throw new Refusal(409, "held-by-another-application", { handledBy: conversation.handledBy });
    delete conversation.handledBy;
    const template = request.content.type === "template";
    if (!template && (!conversation.windowExpiresAt || Date.parse(conversation.windowExpiresAt) <= at)) {
      throw new Refusal(409, "window-closed", { windowExpiresAt: conversation.windowExpiresAt });
    }
    if (!request.anyway && request.lastSeen !== undefined && request.lastSeen < conversation.lastSequence) {
      const { lastSeen } = request;
      const added = conversation.items.filter((item) => item.sequence > lastSeen);
      throw new Refusal(409, "stale-view", { lastSequence: conversation.lastSequence, added });
    }
    const item: TimelineItem = {
      id: request.id ?? randomUUID(),
      conversationId: conversation.id,
      sequence: ++conversation.lastSequence,
      at: this.instant(at),
      recordedAt: this.instant(at),
      kind: "message",
      direction: "outbound",
      author: asOperator(person),
      content: asShown(request.content),
      quoted: quotedIn(conversation, request.answers),
      ...("attachmentId" in request.content && { media: { state: "stored", thumbnail: false } }),
      status: "queued",
      statusAt: this.instant(at),
      late: false,
      reactions: [],
      earlier: [],
      again: again?.id,
    };
    conversation.items.push(item);
    conversation.version++;
    conversation.lastActivityAt = this.instant(at);
    if (!again) {
      this.remember(conversation, at, request.anyway ? "replied-anyway" : "replied", item.author, undefined, {
        messageId: item.id,
      });
    }
    this.publish("conversation.reply-queued.v1", {
      conversationId: conversation.id,
      messageId: item.id,
      sequence: item.sequence,
      author: { id: person.id, name: person.name },
      recipient: { phone: conversation.contact.phone },
      content: item.content,
      anyway: request.anyway === true,
      again: again?.id,
      at: item.at,
      conversation: this.state(conversation),
    });
    return item;
  }

  status(
    conversation: WorldConversation,
    item: TimelineItem,
    status: MessageStatus,
    at = this.now(),
    error?: DeliveryError,
  ) {
    item.status = status;
    item.statusAt = this.instant(at);
    item.error = error;
    conversation.version++;
    conversation.waitingSince = this.waiting(conversation);
    // A later one that went through makes up for it.
    const sent = conversation.items.filter(({ direction }) => direction === "outbound");
    const newest = sent.findLast((it) => it.status !== "queued");
    conversation.failed = newest?.status === "failed";
    if (status === "failed" || status === "unknown") {
      const kind = status === "failed" ? "delivery-failed" : "delivery-unknown";
      this.remember(conversation, at, kind, { kind: "system", name: "Centralino" }, undefined, {
        messageId: item.id,
      });
    }
    this.publish("conversation.message-status-changed.v1", {
      conversationId: conversation.id,
      messageId: item.id,
      sequence: item.sequence,
      status,
      statusAt: item.statusAt,
      error,
      at: item.statusAt,
      conversation: this.state(conversation),
    });
  }

  #tell(type: string, conversation: WorldConversation, at: number, data: object) {
    conversation.version++;
    this.publish(`conversation.${type}.v1`, {
      conversationId: conversation.id,
      at: this.instant(at),
      conversation: this.state(conversation),
      ...data,
    });
  }

  /** What the customer has put on a message, from now on. */
  react(conversation: WorldConversation, item: TimelineItem, emojis: readonly string[], at = this.now()) {
    item.reactions = emojis.map((emoji) => ({ emoji, at: this.instant(at) }));
    const { id: messageId, sequence, reactions } = item;
    this.#tell("message-reacted", conversation, at, { messageId, sequence, reactions });
  }

  /** What an operator puts on a message; nothing takes it away. */
  reactAs(
    conversation: WorldConversation,
    item: TimelineItem,
    { id, name }: Person,
    { emoji }: { emoji?: string },
    at = this.now(),
  ) {
    if (conversation.assignee?.id !== id) throw new Refusal(409, "held-by-another-operator");
    const reactions = (item.reactions ?? []).filter(({ by }) => !by);
    if (emoji) reactions.push({ emoji, by: { id, name }, at: this.instant(at), status: "queued" });
    item.reactions = reactions;
    this.#tell("message-reacted", conversation, at, {
      messageId: item.id,
      sequence: item.sequence,
      reactions,
    });
    return { messageId: item.id, reactions };
  }

  edit(conversation: WorldConversation, item: TimelineItem, content: Content, at = this.now()) {
    const editedAt = this.instant(at);
    item.earlier = [...(item.earlier ?? []), { content: item.content, until: editedAt }];
    item.content = content;
    item.editedAt = editedAt;
    const { id: messageId, sequence, earlier } = item;
    this.remember(conversation, at, "customer-edited", item.author, undefined, { messageId });
    this.#tell("message-edited", conversation, at, { messageId, sequence, content, earlier, editedAt });
  }

  revoke(conversation: WorldConversation, item: TimelineItem, at = this.now()) {
    const revokedAt = this.instant(at);
    item.content = { type: "revoked" };
    item.earlier = [];
    item.editedAt = undefined;
    item.media = undefined;
    for (const { quoted } of conversation.items)
      if (quoted?.messageId === item.id) quoted.content = { type: "revoked" };
    const { id: messageId, sequence } = item;
    this.remember(conversation, at, "customer-revoked", item.author, undefined, { messageId });
    this.#tell("message-revoked", conversation, at, { messageId, sequence, revokedAt });
  }

  media(conversation: WorldConversation, item: TimelineItem, media: Media, at = this.now()) {
    item.media = media;
    const { id: messageId, sequence } = item;
    this.#tell("media-changed", conversation, at, { messageId, sequence, media });
  }

  customerActs(
    conversation: WorldConversation,
    act: Events["conversation.customer-acted.v1"]["act"],
    at = this.now(),
  ) {
    const { id, name } = conversation.contact;
    this.remember(conversation, at, `customer-${act}`, { kind: "customer", id, name });
    this.#tell("customer-acted", conversation, at, { act, actedAt: this.instant(at) });
  }

  /** A group of customers. */
  gather(subject: string): WorldConversation {
    return this.open(subject, undefined, randomUUID(), this.now(), true);
  }

  /** Something happens to a group: it gets another subject, or these people come or leave. */
  groupChanges(
    conversation: WorldConversation,
    what: Events["conversation.group-changed.v1"]["what"],
    names: string[] = [],
    subject?: string,
    at = this.now(),
  ) {
    if (subject) conversation.contact = { ...conversation.contact, name: subject };
    const { id, name } = conversation.contact;
    this.remember(conversation, at, `group-${what}`, { kind: "customer", id, name });
    this.#tell("group-changed", conversation, at, { what, subject, names, changedAt: this.instant(at) });
  }

  /** The team calls the customer otherwise. */
  renames(conversation: WorldConversation, name: string, at = this.now()) {
    conversation.contact = { ...conversation.contact, name };
    this.#tell("contact-changed", conversation, at, {});
  }

  /** A person decides about a message in doubt. */
  settle(
    conversation: WorldConversation,
    item: TimelineItem,
    person: Person,
    request: Resolution,
    at = this.now(),
  ): TimelineItem {
    if (item.status !== "unknown" || item.settled) throw new Refusal(409, "not-in-doubt", { message: item });
    const sendsAgain = request.outcome === "send-again";
    const again = sendsAgain ? request.id : undefined;
    if (sendsAgain) {
      const { content } = item;
      const { id, epoch } = request;
      this.reply(conversation, person, { id, content, epoch, anyway: true }, at, item);
    } else {
      item.status = "accepted";
      item.statusAt = this.instant(at);
    }
    const settled = {
      outcome: request.outcome,
      by: { id: person.id, name: person.name },
      at: this.instant(at),
      again,
    };
    item.settled = settled;
    conversation.version++;
    conversation.waitingSince = this.waiting(conversation);
    const kind = sendsAgain ? "answer-sent-again" : "answer-settled-arrived";
    this.remember(conversation, at, kind, asOperator(person), undefined, { messageId: item.id });
    this.publish("conversation.doubt-settled.v1", {
      conversationId: conversation.id,
      messageId: item.id,
      sequence: item.sequence,
      outcome: request.outcome,
      by: settled.by,
      again,
      at: settled.at,
      conversation: this.state(conversation),
    });
    return item;
  }

  assign(conversation: WorldConversation, person: Person, { takeOver = false } = {}, at = this.now()) {
    const previous = conversation.assignee;
    if (previous?.id === person.id) return;
    if (previous && !takeOver) {
      throw new Refusal(409, "held-by-another-operator", { holder: previous, epoch: conversation.epoch });
    }
    conversation.assignee = { id: person.id, name: person.name };
    conversation.epoch++;
    conversation.version++;
    this.remember(conversation, at, previous ? "taken-over" : "taken", asOperator(person), previous);
    this.publish(previous ? "assignment.taken-over.v1" : "assignment.taken.v1", {
      conversationId: conversation.id,
      epoch: conversation.epoch,
      operator: { id: person.id, name: person.name },
      ...(previous ? { previous } : {}),
      at: this.instant(at),
    });
  }

  release(conversation: WorldConversation, person: Person, at = this.now()) {
    const previous = conversation.assignee;
    if (!previous) return;
    conversation.assignee = undefined;
    conversation.epoch++;
    conversation.version++;
    this.remember(conversation, at, "released", asOperator(person), previous);
    this.publish("assignment.released.v1", {
      conversationId: conversation.id,
      epoch: conversation.epoch,
      previous,
      by: { id: person.id, name: person.name },
      at: this.instant(at),
    });
  }

  resolve(conversation: WorldConversation, person: Person, { lastSeen }: { lastSeen?: number } = {}) {
    if (lastSeen === undefined) throw new Refusal(400, "invalid-request");
    if (conversation.status === "open" && lastSeen < conversation.lastSequence) {
      const added = conversation.items.filter((item) => item.sequence > lastSeen);
      throw new Refusal(409, "stale-view", { lastSequence: conversation.lastSequence, added });
    }
    this.decide(conversation, person, "resolved");
  }

  decide(conversation: WorldConversation, person: Person, status: "open" | "resolved", at = this.now()) {
    if (conversation.status === status) return;
    conversation.status = status;
    if (status === "resolved") conversation.failed = false;
    conversation.version++;
    const kind = status === "resolved" ? "resolved" : "reopened";
    this.remember(conversation, at, kind, asOperator(person));
    this.publish(`conversation.${kind}.v1`, {
      conversationId: conversation.id,
      by: { id: person.id, name: person.name },
      at: this.instant(at),
      conversation: this.state(conversation),
    });
  }

  note(
    conversation: WorldConversation,
    person: Person,
    { id = randomUUID(), text }: { id?: string; text: string },
    at = this.now(),
  ): Note {
    const known = conversation.notes.find((note) => note.id === id);
    if (known) return known;
    const note: Note = {
      id,
      conversationId: conversation.id,
      at: this.instant(at),
      author: { id: person.id, name: person.name },
      text,
    };
    conversation.notes.push(note);
    this.remember(conversation, at, "note-added", asOperator(person), undefined, { noteId: id });
    this.publish("note.written.v1", {
      conversationId: conversation.id,
      noteId: id,
      author: note.author,
      text,
      assignee: conversation.assignee,
      at: note.at,
    });
    return note;
  }
}
