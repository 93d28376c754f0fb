// The model that the store is held against: conversations, who holds them, notes, history, and their events,
// written as on the wire.
import { randomUUID } from "node:crypto";

const HOUR = 3_600_000;

export const PEOPLE = {
  anna: { id: "0197a000-0000-7000-8000-00000000000a", name: "Anna Ricci", roles: ["operator"] },
  bruno: { id: "0197a000-0000-7000-8000-00000000000b", name: "Bruno Conti", roles: ["operator"] },
  carla: { id: "0197a000-0000-7000-8000-00000000000c", name: "Carla Moretti", roles: ["supervisor"] },
  dario: { id: "0197a000-0000-7000-8000-00000000000d", name: "Dario Villa", roles: ["own"] },
  elena: { id: "0197a000-0000-7000-8000-00000000000e", name: "Elena Fontana", roles: ["viewer"] },
};

const asOperator = (person) => ({ kind: "operator", id: person.id, name: person.name });

/** Display order: the platform's time, then the order of the log. */
export const inOrder = (items) =>
  [...items].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.sequence - b.sequence));

/** A copy as events and answers are written: what there is nothing to say about is left out. */
export const asWritten = (data) =>
  data && JSON.parse(JSON.stringify(data, (_, value) => (value === null ? undefined : value)));

const ANSWERS = new Set(["accepted", "sent", "delivered", "read", "played"]);

const latest = (a, b) => (a !== null && a > b ? a : b);

export class Refusal extends Error {
  constructor(status, reasonKey, more = {}) {
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

export class World {
  conversations = new Map();
  events = [];
  /** When a customer's message came, as far as its order goes: what is late comes when it is heard. */
  came = new Map();

  now = () => Date.now();
  instant = (time = this.now()) => new Date(time).toISOString();

  publish(type, data) {
    this.events.push({ type, id: randomUUID(), data: asWritten(data) });
  }

  state(conversation) {
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
    const { waitingSince, lastActivityAt, createdAt } = conversation;
    return {
      ...{ version, phoneNumberId, contact, status, teamId, epoch, assignee, lastSequence, windowExpiresAt },
      ...{ waitingSince, lastActivityAt, createdAt },
    };
  }

  row(conversation, me) {
    const readTo = conversation.reads.get(me) ?? 0;
    const last = inOrder(conversation.items).at(-1);
    return {
      id: conversation.id,
      ...this.state(conversation),
      unread: conversation.items.filter((item) => item.direction === "inbound" && item.sequence > readTo)
        .length,
      preview: last
        ? {
            id: last.id,
            sequence: last.sequence,
            at: last.at,
            kind: last.content.type,
            text: last.content.text,
            direction: last.direction,
            author: last.author,
            status: last.status,
          }
        : null,
    };
  }

  open(name, phone, id = randomUUID(), at = this.now()) {
    const conversation = {
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
        username: null,
      },
      status: "open",
      teamId: null,
      epoch: 0,
      assignee: null,
      lastSequence: 0,
      windowExpiresAt: null,
      waitingSince: null,
      lastActivityAt: this.instant(at),
      createdAt: this.instant(at),
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

  remember(conversation, at, kind, actor, target = null, about = {}) {
    conversation.history.push({
      id: randomUUID(),
      at: this.instant(at),
      kind,
      actor,
      target,
      messageId: about.messageId ?? null,
      noteId: about.noteId ?? null,
    });
  }

  /** `late`: it was written at `at`, and arrives only now. */
  customerWrites(conversation, text, at = this.now(), { late = false } = {}) {
    const content = { type: "text", text };
    const recordedAt = this.instant(late ? this.now() : at);
    const item = {
      id: randomUUID(),
      conversationId: conversation.id,
      sequence: ++conversation.lastSequence,
      at: this.instant(at),
      recordedAt,
      kind: "message",
      direction: "inbound",
      author: { kind: "customer", id: conversation.contact.id, name: conversation.contact.name },
      content,
      context: null,
      status: "received",
      statusAt: recordedAt,
      late,
      error: null,
      again: null,
      settled: null,
    };
    conversation.items.push(item);
    conversation.version++;
    conversation.windowExpiresAt = latest(conversation.windowExpiresAt, this.instant(at + 24 * HOUR));
    const came = latest(conversation.lastActivityAt, late ? recordedAt : item.at);
    this.came.set(item.id, came);
    const begins = conversation.waitingSince === null;
    conversation.waitingSince ??= came;
    conversation.lastActivityAt = came;
    const reopened = conversation.status === "resolved";
    conversation.status = "open";
    if (begins) this.remember(conversation, at, "customer-wrote", item.author, null, { messageId: item.id });
    if (reopened) this.remember(conversation, Date.parse(recordedAt), "reopened", item.author);
    this.publish("conversation.message-received.v1", {
      conversationId: conversation.id,
      messageId: item.id,
      sequence: item.sequence,
      platformId: `wamid.${item.id}`,
      platformAt: item.at,
      content,
      late,
      at: item.recordedAt,
      conversation: this.state(conversation),
    });
    if (reopened) {
      this.publish("conversation.reopened.v1", {
        conversationId: conversation.id,
        by: null,
        at: item.recordedAt,
        conversation: this.state(conversation),
      });
    }
    return item;
  }

  /** Since when the customer waits: since what he wrote before the platform accepted an answer to it. */
  waiting(conversation) {
    let since = null;
    for (const { id, direction, status } of conversation.items) {
      if (direction === "inbound") since ??= this.came.get(id);
      else if (ANSWERS.has(status)) since = null;
    }
    return since;
  }

  /** `again`: the message in doubt that it repeats. */
  reply(conversation, person, request, at = this.now(), again = null) {
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
    if (!conversation.windowExpiresAt || Date.parse(conversation.windowExpiresAt) <= at) {
      throw new Refusal(409, "window-closed", { windowExpiresAt: conversation.windowExpiresAt });
    }
    if (!request.anyway && request.lastSeen !== undefined && request.lastSeen < conversation.lastSequence) {
      const added = conversation.items.filter((item) => item.sequence > request.lastSeen);
      throw new Refusal(409, "stale-view", { lastSequence: conversation.lastSequence, added });
    }
    const item = {
      id: request.id ?? randomUUID(),
      conversationId: conversation.id,
      sequence: ++conversation.lastSequence,
      at: this.instant(at),
      recordedAt: this.instant(at),
      kind: "message",
      direction: "outbound",
      author: asOperator(person),
      content: request.content,
      context: null,
      status: "queued",
      statusAt: this.instant(at),
      late: false,
      error: null,
      again: again?.id ?? null,
      settled: null,
    };
    conversation.items.push(item);
    conversation.version++;
    conversation.lastActivityAt = this.instant(at);
    if (!again) {
      this.remember(conversation, at, request.anyway ? "replied-anyway" : "replied", item.author, null, {
        messageId: item.id,
      });
    }
    this.publish("conversation.reply-queued.v1", {
      conversationId: conversation.id,
      messageId: item.id,
      sequence: item.sequence,
      author: { id: person.id, name: person.name },
      recipient: { phone: conversation.contact.phone, bsuid: null },
      content: item.content,
      anyway: request.anyway === true,
      again: again?.id ?? null,
      at: item.at,
      conversation: this.state(conversation),
    });
    return item;
  }

  status(conversation, item, status, at = this.now(), error = null) {
    item.status = status;
    item.statusAt = this.instant(at);
    item.error = error;
    conversation.version++;
    conversation.waitingSince = this.waiting(conversation);
    if (status === "failed" || status === "unknown") {
      const kind = status === "failed" ? "delivery-failed" : "delivery-unknown";
      this.remember(conversation, at, kind, { kind: "system", name: "Centralino" }, null, {
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

  /** A person decides about a message in doubt. */
  settle(conversation, item, person, request, at = this.now()) {
    if (item.status !== "unknown" || item.settled) throw new Refusal(409, "not-in-doubt", { message: item });
    const sendsAgain = request.outcome === "send-again";
    const again = sendsAgain ? request.id : null;
    if (sendsAgain) {
      const { content } = item;
      this.reply(conversation, person, { id: again, content, epoch: request.epoch, anyway: true }, at, item);
    } else {
      item.status = "accepted";
      item.statusAt = this.instant(at);
    }
    item.settled = {
      outcome: request.outcome,
      by: { id: person.id, name: person.name },
      at: this.instant(at),
      again,
    };
    conversation.version++;
    conversation.waitingSince = this.waiting(conversation);
    const kind = sendsAgain ? "answer-sent-again" : "answer-settled-arrived";
    this.remember(conversation, at, kind, asOperator(person), null, { messageId: item.id });
    this.publish("conversation.doubt-settled.v1", {
      conversationId: conversation.id,
      messageId: item.id,
      sequence: item.sequence,
      outcome: request.outcome,
      by: item.settled.by,
      again,
      at: item.settled.at,
      conversation: this.state(conversation),
    });
    return item;
  }

  assign(conversation, person, { takeOver = false } = {}, at = this.now()) {
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

  release(conversation, person, at = this.now()) {
    const previous = conversation.assignee;
    if (!previous) return;
    conversation.assignee = null;
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

  resolve(conversation, person, { lastSeen } = {}) {
    if (lastSeen === undefined) throw new Refusal(400, "invalid-request");
    if (conversation.status === "open" && lastSeen < conversation.lastSequence) {
      const added = conversation.items.filter((item) => item.sequence > lastSeen);
      throw new Refusal(409, "stale-view", { lastSequence: conversation.lastSequence, added });
    }
    this.decide(conversation, person, "resolved");
  }

  decide(conversation, person, status, at = this.now()) {
    if (conversation.status === status) return;
    conversation.status = status;
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

  note(conversation, person, { id = randomUUID(), text }, at = this.now()) {
    const known = conversation.notes.find((note) => note.id === id);
    if (known) return known;
    const note = {
      id,
      conversationId: conversation.id,
      at: this.instant(at),
      editedAt: null,
      author: { id: person.id, name: person.name },
      text,
    };
    conversation.notes.push(note);
    this.remember(conversation, at, "note-added", asOperator(person), null, { noteId: id });
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
