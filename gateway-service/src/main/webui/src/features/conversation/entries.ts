import type { HistoryItem, HistoryKind, Note, TimelineItem } from "../../api/types";
import { sortable } from "../../lib/instants";
import { wordsIn } from "../../lib/messageWords";
import type { ThreadSnapshot, Unsent } from "../../live/threads";
import { room } from "./media/files";

/** What stands in a thread, from top to bottom. */
export type ThreadEntry =
  | { kind: "start"; key: string }
  | { kind: "window"; key: string; at: string }
  | { kind: "day"; key: string; at: string }
  | { kind: "new"; key: string; count: number }
  | {
      kind: "message";
      key: string;
      item: TimelineItem;
      local: Unsent["state"] | null;
      first: boolean;
      last: boolean;
    }
  | { kind: "note"; key: string; note: Note; local: Unsent["state"] | null }
  | { kind: "system"; key: string; items: HistoryItem[] };

const SYSTEM: ReadonlySet<HistoryKind> = new Set<HistoryKind>([
  "started",
  "taken",
  "assigned",
  "released",
  "taken-over",
  "resolved",
  "reopened",
  "customer-edited",
  "customer-revoked",
  "customer-edited-untold",
  "customer-pinned",
  "customer-voted",
  "customer-changed-number",
  "customer-changed-identity",
  "customer-changed-device",
  "customer-other",
  "group-created",
  "group-deleted",
  "group-renamed",
  "group-joined",
  "group-left",
  "group-suspended",
  "group-restored",
  "group-other",
  "edited-elsewhere",
  "revoked-elsewhere",
  "handed-over-to-us",
  "handed-over-to-another",
]);
const TOGETHER = 2 * 60_000;

interface Placed {
  at: string;
  day: string;
  entry: ThreadEntry;
}

/** As the timeline will show it. A file that is on its way is on this machine. */
const contentOf = ({ content, shown }: Unsent): TimelineItem["content"] =>
  shown ??
  ("attachmentId" in content
    ? ({
        ...content,
        text: wordsIn(content),
        attachment: { mediaId: content.attachmentId },
      } as TimelineItem["content"])
    : { type: "text", text: wordsIn(content) });

const asItem = (unsent: Unsent, me: { id: string; name: string }): TimelineItem => ({
  id: unsent.id,
  conversationId: unsent.conversationId,
  sequence: Number.MAX_SAFE_INTEGER,
  at: unsent.at,
  recordedAt: unsent.at,
  kind: "message",
  direction: "outbound",
  author: { kind: "operator", id: me.id, name: me.name },
  content: contentOf(unsent),
  quoted: unsent.answers,
  status: "queued",
  statusAt: unsent.at,
  late: false,
});

const asNote = (unsent: Unsent, me: { id: string; name: string }): Note => ({
  id: unsent.id,
  conversationId: unsent.conversationId,
  at: unsent.at,
  author: me,
  text: wordsIn(unsent.content),
});

/** Where an item stands in time, worked out once. */
const times = new WeakMap<TimelineItem, { at: string; day: string }>();

function timeOf(item: TimelineItem): { at: string; day: string } {
  let time = times.get(item);
  if (!time) times.set(item, (time = { at: sortable(item.at), day: dayOf(item.at) }));
  return time;
}

/** The platform's times are whole seconds: two messages may be deleted in one. */
export const factKey = ({ kind, at, messageId }: HistoryItem): string => `${kind} ${at} ${messageId ?? ""}`;

const dayOf = (instant: string): string => new Date(instant).toDateString();

/**
 * Messages in the server's order, with notes and what happened between them by their time; what is on its way to the
 * server stands last, under the key that it keeps. While older ones are not loaded, the first is not shown: day, group
 * and what happened before an entry are known by what stands above it, so what is shown stays as it is when they come.
 */
export function entriesOf(
  thread: ThreadSnapshot,
  me: { id: string; name: string },
  unreadFrom: { sequence: number; count: number } | null,
  windowEndedAt: string | null = null,
): ThreadEntry[] {
  const messages: Placed[] = thread.items.map((item) => ({
    ...timeOf(item),
    entry: { kind: "message", key: item.id, item, local: null, first: true, last: true },
  }));
  const from = thread.olderCursor === null ? "" : (messages[0]?.at ?? "");
  const to = thread.newerCursor === null ? "~" : (messages.at(-1)?.at ?? "");
  const beside: Placed[] = thread.notes.map((note) => ({
    at: sortable(note.at),
    day: dayOf(note.at),
    entry: { kind: "note", key: note.id, note, local: null },
  }));
  for (const fact of [...thread.history].reverse()) {
    if (!SYSTEM.has(fact.kind)) continue;
    const at = sortable(fact.at);
    if (at < from || at > to) continue;
    beside.push({ at, day: dayOf(fact.at), entry: { kind: "system", key: factKey(fact), items: [fact] } });
  }
  beside.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

  const placed: Placed[] = [];
  let next = 0;
  for (const message of messages) {
    for (let other = beside[next]; other && other.at < message.at; other = beside[++next]) placed.push(other);
    placed.push(message);
  }
  placed.push(...beside.slice(next));
  if (!thread.away) for (const unsent of thread.unsent) placed.push(placedUnsent(unsent, me));
  const goesOn = thread.olderCursor !== null && messages.length > 1;
  const entries = withSeparators(placed, unreadFrom, goesOn);
  if (!goesOn && entries.length > 0) entries.unshift({ kind: "start", key: "start" });
  if (windowEndedAt !== null && !thread.away)
    entries.push({ kind: "window", key: "window-ended", at: windowEndedAt });
  return entries;
}

function placedUnsent(unsent: Unsent, me: { id: string; name: string }): Placed {
  const { id: key, state: local } = unsent;
  return {
    at: sortable(unsent.at),
    day: dayOf(unsent.at),
    entry:
      unsent.kind === "note"
        ? { kind: "note", key, note: asNote(unsent, me), local }
        : { kind: "message", key, item: asItem(unsent, me), local, first: true, last: true },
  };
}

/** `goesOn`: the first one of all is known, but not shown. */
function withSeparators(
  placed: Placed[],
  unreadFrom: { sequence: number; count: number } | null,
  goesOn: boolean,
): ThreadEntry[] {
  const entries: ThreadEntry[] = [];
  const hidden = goesOn ? placed.findIndex(({ entry }) => entry.kind === "message") : -1;
  let above: ThreadEntry | undefined = placed[hidden]?.entry;
  let day = placed[hidden]?.day ?? "";
  let marked = false;
  for (const { entry, at, day: its } of placed.slice(hidden + 1)) {
    if (its !== day) {
      day = its;
      above = { kind: "day", key: `day ${day}`, at: `${at}Z` };
      entries.push(above);
    }
    if (
      !marked &&
      unreadFrom &&
      entry.kind === "message" &&
      entry.item.direction === "inbound" &&
      entry.item.sequence >= unreadFrom.sequence
    ) {
      marked = true;
      above = { kind: "new", key: "new", count: unreadFrom.count };
      entries.push(above);
    }
    if (entry.kind === "system" && above?.kind === "system") {
      above.items.push(...entry.items);
      continue;
    }
    if (entry.kind === "message" && above?.kind === "message" && together(above.item, entry.item)) {
      above.last = false;
      entry.first = false;
    }
    entries.push(entry);
    above = entry;
  }
  return entries;
}

const together = (a: TimelineItem, b: TimelineItem): boolean =>
  a.direction === b.direction &&
  a.author.id === b.author.id &&
  a.author.speaker === b.author.speaker &&
  a.author.contactId === b.author.contactId &&
  Math.abs(Date.parse(b.at) - Date.parse(a.at)) <= TOGETHER;

const LINE = 20;
const wrapped = (text = ""): number => LINE * (1 + Math.floor(text.length / 70));

/** About how high it is what a message says. What is no text has a line or two for each of its parts. */
function body({ content, media }: TimelineItem): number {
  switch (content.type) {
    case "contacts":
      return 150 * content.cards.length;
    case "order":
      return 86 + LINE * content.lines.length;
    case "form":
      return 46 + 40 * content.fields.length;
    case "location":
      return 104;
    case "image":
    case "video":
      return room(media).height + (content.text ? 6 + wrapped(content.text) : LINE);
    case "template":
      return wrapped(content.text) + LINE * 3 + 38 * content.buttons.length;
    case "buttons":
      return wrapped(content.text) + LINE * 3 + 34 * content.buttons.length;
    case "sticker":
      return 148;
    case "document":
      return 40 + (content.caption ? 6 + wrapped(content.caption) : LINE);
    case "voice":
    case "audio":
      return 60;
    default:
      return wrapped(content.text);
  }
}

/** And what stands above that: where it comes from, and what it answers. */
const above = ({ context, quoted }: TimelineItem): number =>
  (context?.referral ? 100 : 0) + (quoted ? 49 : context?.answers ? 18 : 0);

/** And what stands below. */
const below = ({ reactions, editedAt }: TimelineItem): number =>
  (reactions?.length ? 30 : 0) + (editedAt ? 19 : 0);

/** About how high an entry is, until it was on the screen. */
export function estimate(entry: ThreadEntry): number {
  switch (entry.kind) {
    case "message":
      return (
        (entry.first ? 28 : 23) +
        (entry.first && entry.item.author.contactId ? 17 : 0) +
        above(entry.item) +
        body(entry.item) +
        below(entry.item)
      );
    case "note":
      return 76 + 20 * Math.floor(entry.note.text.length / 70);
    case "system":
      return 8 + 18 * Math.min(3, entry.items.length);
    case "day":
    case "new":
    case "start":
    case "window":
      return 30;
  }
}
