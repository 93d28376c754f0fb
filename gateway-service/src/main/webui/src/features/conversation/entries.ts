import type { HistoryItem, HistoryKind, Note, TimelineItem } from "../../api/types";
import { sortable } from "../../lib/instants";
import type { ThreadSnapshot, Unsent } from "../../live/threads";

/** What stands in a thread, from top to bottom. */
export type ThreadEntry =
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
  "taken",
  "assigned",
  "released",
  "taken-over",
  "resolved",
  "reopened",
]);
const TOGETHER = 2 * 60_000;

interface Placed {
  at: string;
  entry: ThreadEntry;
}

const asItem = (unsent: Unsent, me: { id: string; name: string }): TimelineItem => ({
  id: unsent.id,
  conversationId: unsent.conversationId,
  sequence: Number.MAX_SAFE_INTEGER,
  at: unsent.at,
  recordedAt: unsent.at,
  kind: "message",
  direction: "outbound",
  author: { kind: "operator", id: me.id, name: me.name },
  content: { type: "text", text: unsent.text },
  status: "queued",
  statusAt: unsent.at,
  late: false,
});

const asNote = (unsent: Unsent, me: { id: string; name: string }): Note => ({
  id: unsent.id,
  conversationId: unsent.conversationId,
  at: unsent.at,
  author: me,
  text: unsent.text,
});

/**
 * Messages in the server's order, with notes and what happened between them by their time; what is on its way to the
 * server stands last, under the key that it keeps.
 */
export function entriesOf(
  thread: ThreadSnapshot,
  me: { id: string; name: string },
  unreadFrom: { sequence: number; count: number } | null,
): ThreadEntry[] {
  const messages: Placed[] = thread.items.map((item) => ({
    at: sortable(item.at),
    entry: { kind: "message", key: item.id, item, local: null, first: true, last: true },
  }));
  const from = thread.olderCursor === null ? "" : (messages[0]?.at ?? "");
  const beside: Placed[] = thread.notes.map((note) => ({
    at: sortable(note.at),
    entry: { kind: "note", key: note.id, note, local: null },
  }));
  for (const fact of [...thread.history].reverse()) {
    const at = sortable(fact.at);
    if (!SYSTEM.has(fact.kind) || at < from) continue;
    beside.push({ at, entry: { kind: "system", key: `${fact.kind} ${fact.at}`, items: [fact] } });
  }
  beside.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

  const placed: Placed[] = [];
  let next = 0;
  for (const message of messages) {
    for (let other = beside[next]; other && other.at < message.at; other = beside[++next]) placed.push(other);
    placed.push(message);
  }
  placed.push(...beside.slice(next));
  for (const unsent of thread.unsent) {
    placed.push({
      at: sortable(unsent.at),
      entry:
        unsent.kind === "note"
          ? { kind: "note", key: unsent.id, note: asNote(unsent, me), local: unsent.state }
          : {
              kind: "message",
              key: unsent.id,
              item: asItem(unsent, me),
              local: unsent.state,
              first: true,
              last: true,
            },
    });
  }
  return withSeparators(placed, unreadFrom);
}

function withSeparators(
  placed: Placed[],
  unreadFrom: { sequence: number; count: number } | null,
): ThreadEntry[] {
  const entries: ThreadEntry[] = [];
  let day = "";
  let marked = false;
  for (const { entry, at } of placed) {
    const today = new Date(`${at}Z`.replace(/(\.\d{3})\d*Z/, "$1Z")).toDateString();
    if (today !== day) {
      day = today;
      entries.push({ kind: "day", key: `day ${today}`, at: `${at}Z` });
    }
    if (
      !marked &&
      unreadFrom &&
      entry.kind === "message" &&
      entry.item.direction === "inbound" &&
      entry.item.sequence >= unreadFrom.sequence
    ) {
      marked = true;
      entries.push({ kind: "new", key: "new", count: unreadFrom.count });
    }
    const before = entries.at(-1);
    if (entry.kind === "system" && before?.kind === "system") {
      before.items.push(...entry.items);
      continue;
    }
    if (entry.kind === "message" && before?.kind === "message" && together(before.item, entry.item)) {
      before.last = false;
      entry.first = false;
    }
    entries.push(entry);
  }
  return entries;
}

const together = (a: TimelineItem, b: TimelineItem): boolean =>
  a.direction === b.direction &&
  a.author.id === b.author.id &&
  Math.abs(Date.parse(b.at) - Date.parse(a.at)) <= TOGETHER;
