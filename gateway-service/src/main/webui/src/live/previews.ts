import type { Instant, MessageStatus, Preview } from "../api/types";
import { dropOldest } from "../lib/dropOldest";
import { sortable } from "../lib/instants";
import type { Changes } from "./changes";
import { type Entry, placeOf } from "./rows";
import { isLater } from "./status";

/** What a row says of a message. */
export type PreviewWords = Pick<Preview, "kind" | "platformType" | "text">;

/** What messages say since they were changed, by their places in the log, and the moments at which that was heard. */
export type ChangedWords = Map<number, { words: PreviewWords; at: Instant; heard: number }>;

/** So much is remembered of messages that are not the newest, or not yet. */
const MOST = 50;

/** What rows show of the newest message: that by its place, its status by rank, its words by when they were told. */
export class Previews {
  readonly #changes: Changes;

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  /** @param askedAt the moment at which it was asked for: what was heard since then, it may not know */
  put(entry: Entry, preview: Preview, askedAt = 0): void {
    const { sequence, at, direction, author } = preview;
    const key = placeOf(at, sequence);
    if (key < entry.previewKey) return;
    const changed = entry.changed.get(sequence);
    const { kind, platformType, text } = changed && changed.heard > askedAt ? changed.words : preview;
    const same = sequence === entry.previewSequence ? entry.row.preview?.status : null;
    let { status } = preview;
    for (const candidate of [same, entry.early.get(sequence)])
      if (candidate && isLater(candidate, status)) status = candidate;
    entry.early.delete(sequence);
    entry.previewKey = key;
    entry.previewSequence = sequence;
    this.#show(entry, { sequence, at, kind, platformType, text, direction, author, status });
  }

  status(entry: Entry, sequence: number, status: MessageStatus): void {
    const { preview } = entry.row;
    if (sequence === entry.previewSequence && preview) {
      if (isLater(status, preview.status)) this.#show(entry, { ...preview, status });
      return;
    }
    const known = entry.early.get(sequence);
    if (!known || isLater(status, known)) entry.early.set(sequence, status);
    dropOldest(entry.early, MOST);
  }

  /** A message says something else now. */
  words(entry: Entry, sequence: number, words: PreviewWords, at: Instant): void {
    const known = entry.changed.get(sequence);
    if (known && sortable(known.at) > sortable(at)) return;
    entry.changed.set(sequence, { words, at, heard: this.#changes.next() });
    dropOldest(entry.changed, MOST);
    const { preview } = entry.row;
    if (sequence === entry.previewSequence && preview) this.#show(entry, { ...preview, ...words });
  }

  #show(entry: Entry, preview: Preview): void {
    entry.row = { ...entry.row, preview };
    this.#changes.note(`c:${entry.row.id}`);
  }
}
