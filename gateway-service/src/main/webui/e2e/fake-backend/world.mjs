// A small world that keeps the contract: conversations, who holds them, notes, history, and a log of events.
import { randomUUID } from "node:crypto";

const HOUR = 3_600_000;
const MINUTE = 60_000;

export const PEOPLE = {
  anna: { id: "0197a000-0000-7000-8000-00000000000a", name: "Anna Ricci", roles: ["operator"] },
  bruno: { id: "0197a000-0000-7000-8000-00000000000b", name: "Bruno Conti", roles: ["operator"] },
  carla: { id: "0197a000-0000-7000-8000-00000000000c", name: "Carla Moretti", roles: ["supervisor"] },
  dario: { id: "0197a000-0000-7000-8000-00000000000d", name: "Dario Greco", roles: ["admin"] },
  elena: { id: "0197a000-0000-7000-8000-00000000000e", name: "Elena Fontana", roles: ["viewer"] },
};
const VIEWER = ["conversation.see.all", "note.read"];
const OPERATOR = [...VIEWER, "conversation.reply", "conversation.take", "conversation.resolve", "note.write"];
const SUPERVISOR = [...OPERATOR, "conversation.take-over", "conversation.assign"];
export const PERMISSIONS = {
  viewer: VIEWER,
  operator: OPERATOR,
  supervisor: SUPERVISOR,
  admin: [...SUPERVISOR, "team.manage"],
};

const asOperator = (person) => ({ kind: "operator", id: person.id, name: person.name });

/** Display order: the platform's time, then the order of the log. */
export const inOrder = (items) =>
  [...items].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.sequence - b.sequence));

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
  offset = 0;
  conversations = new Map();
  events = [];
  listeners = new Set();

  now = () => Date.now() + this.offset;
  instant = (time = this.now()) => new Date(time).toISOString();

  publish(type, data) {
    const event = { type, id: randomUUID(), data: structuredClone(data) };
    this.events.push(event);
    for (const listener of this.listeners) listener(this.events.length, event);
  }

  state(conversation) {
    const { version, phoneNumberId, contact, status, epoch, assignee, lastSequence, windowExpiresAt } =
      conversation;
    const { waitingSince, lastActivityAt, createdAt } = conversation;
    return {
      ...{ version, phoneNumberId, contact, status, epoch, assignee, lastSequence, windowExpiresAt },
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
      status: "received",
      statusAt: null,
      late,
      error: null,
    };
    conversation.items.push(item);
    conversation.version++;
    conversation.windowExpiresAt = latest(conversation.windowExpiresAt, this.instant(at + 24 * HOUR));
    conversation.waitingSince ??= this.instant(at);
    conversation.lastActivityAt = latest(conversation.lastActivityAt, this.instant(at));
    const reopened = conversation.status === "resolved";
    conversation.status = "open";
    if (conversation.waitingSince === item.at) {
      this.remember(conversation, at, "customer-wrote", item.author, null, { messageId: item.id });
    }
    if (reopened) this.remember(conversation, Date.parse(recordedAt), "reopened", item.author);
    this.publish("conversation.message-received.v1", {
      conversationId: conversation.id,
      messageId: item.id,
      sequence: item.sequence,
      platformId: `wamid.${item.id}`,
      platformAt: item.at,
      recordedAt: item.recordedAt,
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

  reply(conversation, person, request, at = this.now()) {
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
      status: "queued",
      statusAt: null,
      late: false,
      error: null,
    };
    conversation.items.push(item);
    conversation.version++;
    conversation.waitingSince = null;
    conversation.lastActivityAt = this.instant(at);
    this.remember(conversation, at, request.anyway ? "replied-anyway" : "replied", item.author, null, {
      messageId: item.id,
    });
    this.publish("conversation.reply-queued.v1", {
      conversationId: conversation.id,
      messageId: item.id,
      sequence: item.sequence,
      author: { id: person.id, name: person.name },
      recipient: { phone: conversation.contact.phone, bsuid: null },
      content: item.content,
      anyway: request.anyway === true,
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
    if (status === "failed") {
      this.remember(conversation, at, "delivery-failed", { kind: "system", id: null, name: null }, null, {
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

/** The people of the mock, on a made-up morning that is always today. */
export function fixtures(world) {
  const now = world.now();
  const ago = (minutes) => now - minutes * MINUTE;
  const anna = PEOPLE.anna;
  const bruno = PEOPLE.bruno;
  const carla = PEOPLE.carla;
  const said = (conversation, person, text, minutes, status = "read") => {
    const item = world.reply(conversation, person, { content: { type: "text", text } }, ago(minutes));
    world.status(conversation, item, status, ago(minutes - 1));
  };
  const readBy = (conversation, ...people) => {
    for (const person of people) conversation.reads.set(person.id, conversation.lastSequence);
  };

  const giulia = world.open(
    "Giulia Ferri",
    "+39 347 555 0198",
    "0197b000-0000-7000-8000-000000000001",
    ago(1000),
  );
  world.customerWrites(
    giulia,
    "Hi! My Aurora floor lamp arrived today but the glass shade is cracked on one side 😕",
    ago(960),
  );
  world.assign(giulia, bruno, {}, ago(959));
  said(
    giulia,
    bruno,
    "Hi Giulia, I am so sorry about that. Thanks for the photo. Let me check if we have a replacement shade in stock.",
    956,
  );
  world.note(
    giulia,
    bruno,
    {
      text: "Shade AUR-G2 is out of stock in Milano. Can somebody check Verona? Customer to call back tomorrow before noon.",
    },
    ago(950),
  );
  world.note(giulia, anna, { text: "Two in Verona. I reserved one under #4821." }, ago(28));
  world.assign(giulia, anna, { takeOver: true }, ago(26));
  said(
    giulia,
    anna,
    "Good morning Giulia, Anna here, I am taking over from Bruno. Good news: we have a replacement shade in Verona. Shall we ship it to Via Savona 12?",
    24,
  );
  readBy(giulia, anna, bruno, carla);
  world.customerWrites(giulia, "Yes please, same address. Will it arrive before Saturday?", ago(5));
  readBy(giulia, anna);
  world.customerWrites(giulia, "I could also pick it up in Milano, near the *Navigli*.", ago(4));
  world.customerWrites(giulia, "Also, do I need to send the broken one back?", ago(3));

  const marco = world.open("Marco De Santis", "+39 333 555 0111", undefined, ago(300));
  world.customerWrites(marco, "Buongiorno, avete la lampada Onda in vetro fumé?", ago(60));
  world.assign(marco, anna, {}, ago(58));
  said(marco, anna, "Buongiorno Marco, sì: due pezzi in negozio.", 50);
  readBy(marco, anna, bruno, carla);
  world.customerWrites(marco, "Perfetto!", ago(9));
  world.customerWrites(marco, "Perfetto, allora passo in negozio alle 17", ago(8));

  const one = (name, phone, minutes, text, answer, person = anna, status = "read") => {
    const conversation = world.open(name, phone, undefined, ago(minutes + 200));
    world.customerWrites(conversation, text, ago(minutes + 6));
    if (person) world.assign(conversation, person, {}, ago(minutes + 5));
    if (answer) said(conversation, person, answer, minutes, status);
    readBy(conversation, anna, bruno, carla);
    return conversation;
  };
  one(
    "Aylin Kaya",
    "+90 532 555 01 22",
    15,
    "Could you send the invoice?",
    "The invoice is attached, have a great day!",
  );
  const borgo = one(
    "Ristorante Al Borgo",
    "+39 02 5550 0177",
    1330,
    "Vorremmo sei lampade da tavolo per la terrazza",
    null,
  );
  borgo.reads.delete(anna.id);
  one(
    "Tomasz Nowak",
    "+48 601 555 013",
    40,
    "Any news about the refund?",
    "Refund approved, it takes five days.",
    anna,
    "delivered",
  );
  one(
    "Chiara Fontana",
    "+39 348 555 0166",
    60,
    "Mi manda le foto dei colori?",
    "Ti mando subito le foto dei colori",
    anna,
    "sent",
  );
  const joao = one("João Pereira", "+351 912 555 014", 1395, "The box was open when it came", null);
  joao.reads.set(anna.id, joao.lastSequence);
  const verdi = one(
    "Studio Verdi Architetti",
    "+39 02 5550 7788",
    1700,
    "Hello, we are finishing the Navigli loft. Could you quote 14 Onda pendants in smoked glass?",
    "Here is the quote for the 14 pendants, valid until 30 November.",
  );
  world.customerWrites(verdi, "Thank you, I will check with the client and come back to you.", ago(1660));
  readBy(verdi, anna, bruno);
  one("Nadia Benali", "+33 6 55 55 01 23", 3000, "Grazie mille! 🙏", null);
  one(
    "Emma Larsen",
    "+45 20 55 01 24",
    4400,
    "It looks great in the hall",
    "You are welcome, enjoy the new lamp!",
  );
  const oriente = one("Hotel Oriente", "+39 02 5550 0133", 4500, "rooming-list-floor-3.pdf", null);
  oriente.items[0].content = { type: "unsupported", platformType: "document", text: null };

  const omar = one(
    "Omar Haddad",
    "+39 320 555 0155",
    30,
    "Is the showroom open on Sunday?",
    "Yes, from 10 to 18.",
    bruno,
  );
  world.customerWrites(omar, "Great, see you then", ago(20));
  one(
    "Sofia Marini",
    "+39 328 555 0199",
    90,
    "Ho ricevuto la lampada sbagliata",
    "Mi dispiace, la cambiamo subito.",
    carla,
  );

  const paolo = world.open(
    "Paolo Galli",
    "+39 340 555 0177",
    "0197b000-0000-7000-8000-000000000002",
    ago(12),
  );
  world.customerWrites(paolo, "Buongiorno, è arrivato il mio ordine? 😊", ago(11));
  const lucia = world.open("Lucia Serra", null, undefined, ago(35));
  world.customerWrites(lucia, "Do you deliver to Cagliari?", ago(34));
  world.customerWrites(lucia, "And how long does it take?", ago(33));
  for (let index = 1; index <= 5; index++) {
    const extra = world.open(
      `Cliente ${index}`,
      `+39 351 555 02${10 + index}`,
      undefined,
      ago(400 + index * 7),
    );
    world.customerWrites(
      extra,
      ["Ciao!", "Buonasera", "Un’informazione sui vetri, per favore", "Quando aprite?", "Grazie"][index - 1],
      ago(400 + index * 7),
    );
  }
  const done = one("Irene Costa", "+39 349 555 0144", 200, "All good now, thanks!", "Glad to hear it!");
  world.decide(done, anna, "resolved", ago(198));

  const failed = [...world.conversations.values()].find((row) => row.contact.name === "Tomasz Nowak");
  const item = world.reply(
    failed,
    anna,
    { content: { type: "text", text: "It ships today and arrives Friday." }, anyway: true },
    ago(39),
  );
  world.status(failed, item, "failed", ago(38), {
    code: 131026,
    title: "Message undeliverable",
    detail: "the number is not on WhatsApp any more",
  });
}

/** A long conversation, for scrolling. */
export function longConversation(world, count) {
  const conversation = world.open(
    "Lungo Discorso",
    "+39 347 000 0000",
    undefined,
    world.now() - count * MINUTE - HOUR,
  );
  for (let index = 0; index < count; index++) {
    world.customerWrites(
      conversation,
      `Message number ${index + 1}. ${"word ".repeat((index * 7) % 40)}`,
      world.now() - (count - index) * MINUTE,
    );
  }
}
