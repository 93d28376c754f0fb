import type {
  Author,
  Contact,
  Content,
  Events,
  HistoryItem,
  Media,
  Person,
  Sender,
  Speaker,
  TimelineItem,
  Uuid,
} from "../api/types";
import { sortable } from "../lib/instants";
import type { Amendment } from "./amendments";
import type { LiveEvent } from "./events";
import type { PreviewWords } from "./previews";
import type { Entry, Rows } from "./rows";
import type { Threads } from "./threads";

/** What events change. */
interface Known {
  rows: Rows;
  threads: Threads;
  hold: (id: Uuid, epoch: number, assignee?: Person) => void;
}

const person = (who: Person) => ({ kind: "operator", id: who.id, name: who.name }) as const;
const customer = (contact: Contact) => ({ kind: "customer", id: contact.id, name: contact.name }) as const;
/** Who of a group wrote or did it; the customer, where there is only one. */
const oneOf = (contact: Contact, sender: Sender | undefined) =>
  sender
    ? ({ kind: "customer", name: sender.name, contactId: sender.contactId } as const)
    : customer(contact);
/** What a row says of a message. */
const briefly = (content: Content): PreviewWords => ({
  kind: content.type,
  platformType: content.type === "unsupported" ? (content.detail ?? content.platformType) : undefined,
  text: content.text,
});
/** Its file is on its way, if it has one. */
const fileOf = (content: Content): Media | undefined =>
  "attachment" in content ? { state: "fetching", thumbnail: false } : undefined;
/** Somebody else who speaks for the business. */
const other = (speaker: Speaker) => ({ kind: "other", speaker }) as const;
const SYSTEM: Author = { kind: "system", name: "Centralino" };

const REVOKED: Content = { type: "revoked" };
/** What is left of a message that the customer deleted. */
const NOTHING_LEFT: Amendment = {
  words: { content: REVOKED, earlier: [], editedAt: undefined },
  file: { media: undefined },
};

/** What an event says is true from now on: in rows, in the thread, in the history. */
export function apply(event: LiveEvent, { rows, threads, hold }: Known): void {
  const id = event.data.conversationId;
  const remember = (
    kind: HistoryItem["kind"],
    actor: Author,
    more: Partial<Pick<HistoryItem, "at" | "target" | "messageId" | "noteId" | "words">> = {},
  ) => threads.remember(id, { id: event.id, at: event.data.at, kind, actor, ...more });

  /** A message of which the platform told: in its row, and in its thread. */
  const stands = (
    entry: Entry,
    told: Omit<Events["conversation.message-echoed.v1"], "speaker" | "answeredThrough" | "access">,
    standing: Pick<TimelineItem, "direction" | "author" | "status" | "statusAt" | "quiet">,
  ) => {
    const { messageId, sequence, platformAt, at, content, context, quoted, late } = told;
    rows.previews.put(entry, { sequence, at: platformAt, ...briefly(content), ...standing });
    threads.putItem(
      {
        ...{ id: messageId, conversationId: id, sequence, at: platformAt, recordedAt: at, kind: "message" },
        ...{ content, context, quoted, late, reactions: [], earlier: [], media: fileOf(content) },
        ...standing,
      },
      false,
    );
  };

  switch (event.type) {
    case "conversation.opened.v1": {
      // From its first moment on, every event of it reaches us: nothing is missing.
      rows.mergeState(id, event.data.conversation).partial = false;
      break;
    }
    case "conversation.message-received.v1": {
      const { conversation, messageId, sequence, late, quiet, platformAt, at } = event.data;
      const entry = rows.mergeState(id, conversation);
      if (!quiet) rows.customerWrote(entry, sequence);
      const author = oneOf(conversation.contact, event.data.sender);
      stands(entry, event.data, { direction: "inbound", author, status: "received", statusAt: at, quiet });
      rows.countUnread(entry);
      // A customer who writes three times in a row is one line of history: since then he waits.
      const { waitingSince, lastActivityAt } = conversation;
      const came = late ? lastActivityAt : platformAt;
      if (waitingSince && sortable(waitingSince) === sortable(came))
        remember("customer-wrote", author, { at: platformAt, messageId });
      break;
    }
    case "conversation.message-echoed.v1": {
      const { conversation, messageId, speaker, platformAt } = event.data;
      const author = other(speaker);
      const standing = { direction: "outbound", author, status: "sent", statusAt: platformAt } as const;
      stands(rows.mergeState(id, conversation), event.data, standing);
      remember("replied-elsewhere", author, { at: platformAt, messageId });
      break;
    }
    case "conversation.handed-over.v1": {
      const { conversation, from = "other", to, words, summary, answeredThrough, handedAt } = event.data;
      const entry = rows.mergeState(id, conversation);
      // The first of his messages that needs an answer now.
      if (!to && conversation.waitingSince && answeredThrough < conversation.lastSequence)
        rows.customerWrote(entry, answeredThrough + 1);
      rows.countUnread(entry);
      remember(to ? "handed-over-to-another" : "handed-over-to-us", other(to ?? from), {
        ...{ at: handedAt, words: words ?? summary },
      });
      break;
    }
    case "conversation.reply-queued.v1": {
      const { conversation, messageId, sequence, content, at, anyway, again, file, context, quoted } =
        event.data;
      const entry = rows.mergeState(id, conversation);
      const author = person(event.data.author);
      rows.previews.put(entry, {
        ...{ sequence, at, ...briefly(content) },
        ...{ direction: "outbound", author, status: "queued" },
      });
      rows.countUnread(entry);
      threads.putItem(
        {
          ...{ id: messageId, conversationId: id, sequence, at, recordedAt: at, kind: "message" },
          ...{ direction: "outbound", author, content, context, quoted, status: "queued", statusAt: at },
          ...{ late: false, again },
          ...{ reactions: [], earlier: [], media: file && { ...file, state: "stored", thumbnail: false } },
        },
        false,
      );
      // What is sent again is one line of history: that it was sent again.
      const words = content.type === "template" ? { words: content.name } : {};
      if (!again) remember(anyway ? "replied-anyway" : "replied", author, { messageId, ...words });
      break;
    }
    case "conversation.message-status-changed.v1": {
      const { conversation, messageId, sequence, status, statusAt, error, held } = event.data;
      const entry = rows.mergeState(id, conversation);
      rows.previews.status(entry, sequence, status);
      rows.countUnread(entry);
      threads.report(id, messageId, { status, statusAt, error, held });
      if (status === "failed") remember("delivery-failed", SYSTEM, { messageId });
      else if (status === "unknown") remember("delivery-unknown", SYSTEM, { messageId });
      break;
    }
    case "conversation.doubt-settled.v1": {
      const { conversation, messageId, sequence, outcome, by, again, at } = event.data;
      const entry = rows.mergeState(id, conversation);
      if (outcome === "arrived") {
        rows.previews.status(entry, sequence, "accepted");
        threads.report(id, messageId, { status: "accepted", statusAt: at });
      }
      rows.countUnread(entry);
      threads.settle(id, messageId, { outcome, by, at, again });
      const kind = outcome === "arrived" ? "answer-settled-arrived" : "answer-sent-again";
      remember(kind, person(by), { messageId });
      break;
    }
    case "conversation.message-reacted.v1": {
      const { messageId, reactions, at } = event.data;
      rows.mergeState(id, event.data.conversation);
      threads.amend(id, messageId, { reactions: { reactions } }, at);
      break;
    }
    case "conversation.message-edited.v1": {
      const { conversation, messageId, sequence, content, earlier, editedAt, ours, sender, at } = event.data;
      rows.previews.words(rows.mergeState(id, conversation), sequence, briefly(content), at);
      threads.amend(id, messageId, { words: { content, earlier, editedAt } }, at);
      if (ours) remember("edited-elsewhere", other("phone"), { at: editedAt, messageId });
      else remember("customer-edited", oneOf(conversation.contact, sender), { at: editedAt, messageId });
      break;
    }
    case "conversation.message-revoked.v1": {
      const { conversation, messageId, sequence, revokedAt, ours, sender, at } = event.data;
      rows.previews.words(rows.mergeState(id, conversation), sequence, briefly(REVOKED), at);
      threads.amend(id, messageId, NOTHING_LEFT, at);
      if (ours) remember("revoked-elsewhere", other("phone"), { at: revokedAt, messageId });
      else remember("customer-revoked", oneOf(conversation.contact, sender), { at: revokedAt, messageId });
      break;
    }
    case "conversation.media-changed.v1": {
      const { messageId, media, at } = event.data;
      rows.mergeState(id, event.data.conversation);
      threads.amend(id, messageId, { file: { media } }, at);
      break;
    }
    case "conversation.customer-acted.v1": {
      const { conversation, act, actedAt, sender } = event.data;
      rows.mergeState(id, conversation);
      remember(`customer-${act}`, oneOf(conversation.contact, sender), { at: actedAt });
      break;
    }
    case "conversation.group-changed.v1": {
      const { conversation, what, subject, names, changedAt } = event.data;
      rows.mergeState(id, conversation);
      const words = subject ?? (names.join(", ") || undefined);
      remember(`group-${what}`, customer(conversation.contact), { at: changedAt, words });
      break;
    }
    case "conversation.contact-changed.v1":
    case "conversation.block-requested.v1":
      rows.mergeState(id, event.data.conversation);
      break;
    case "conversation.block-changed.v1": {
      const { conversation, by, blocked, error } = event.data;
      rows.mergeState(id, conversation);
      remember(error ? "block-failed" : blocked ? "blocked" : "unblocked", person(by));
      break;
    }
    case "conversation.consent-changed.v1": {
      const { conversation, consent, source, evidence, by } = event.data;
      rows.mergeState(id, conversation);
      const who = by
        ? person(by)
        : /^(customer|button)$/.test(source)
          ? customer(conversation.contact)
          : SYSTEM;
      remember(`consent-${consent}` as HistoryItem["kind"], who, { words: evidence });
      break;
    }
    case "conversation.resolved.v1":
      rows.mergeState(id, event.data.conversation);
      remember("resolved", person(event.data.by));
      break;
    case "conversation.reopened.v1": {
      const { by, conversation } = event.data;
      rows.mergeState(id, conversation);
      remember("reopened", by ? person(by) : customer(conversation.contact));
      break;
    }
    case "assignment.taken.v1":
      hold(id, event.data.epoch, event.data.operator);
      remember("taken", person(event.data.operator));
      break;
    case "assignment.assigned.v1":
      hold(id, event.data.epoch, event.data.operator);
      remember("assigned", person(event.data.by), { target: event.data.operator });
      break;
    case "assignment.taken-over.v1": {
      const { operator, previous, epoch } = event.data;
      hold(id, epoch, operator);
      remember("taken-over", person(operator), { target: previous });
      break;
    }
    case "assignment.released.v1": {
      const { by, previous, epoch } = event.data;
      hold(id, epoch);
      remember("released", person(by), { target: previous });
      break;
    }
    case "note.written.v1": {
      const { noteId, author, text, at } = event.data;
      threads.putNote({ id: noteId, conversationId: id, at, author, text });
      remember("note-added", person(author), { noteId });
      break;
    }
    case "note.edited.v1": {
      const { noteId, author, text, at } = event.data;
      const written = threads.note(id, noteId)?.at ?? at;
      threads.putNote({ id: noteId, conversationId: id, at: written, editedAt: at, author, text });
      remember("note-edited", person(author), { noteId });
      break;
    }
    case "note.deleted.v1": {
      const { noteId, author } = event.data;
      threads.removeNote(id, noteId);
      remember("note-deleted", person(author), { noteId });
      break;
    }
  }
}
