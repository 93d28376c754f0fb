import type { Instant, TimelineItem, Uuid } from "../api/types";
import { dropOldest } from "../lib/dropOldest";
import { sortable } from "../lib/instants";

/** What can change about a message after it was written. Each is told whole. */
export interface Amendment {
  reactions?: Pick<TimelineItem, "reactions">;
  words?: Pick<TimelineItem, "content" | "earlier" | "editedAt">;
  file?: Pick<TimelineItem, "media">;
}
type Aspect = keyof Amendment;

interface Told {
  at: Instant;
  /** The moment of this store at which it was heard. */
  heard: number;
  change: Partial<TimelineItem>;
}

/** So many messages are remembered: the page with them may be under way. */
const MOST = 500;

export const isRevoked = ({ words }: Amendment): boolean => words?.content.type === "revoked";

/** What was told about messages since they were written. An answer that was asked for later knows it, too. */
export class Amendments {
  readonly #told = new Map<Uuid, Map<Aspect, Told>>();

  /** @returns what of it is news: nothing newer was told before */
  keep(id: Uuid, amendment: Amendment, at: Instant, heard: number): Partial<TimelineItem> | null {
    const told = this.#told.get(id) ?? new Map<Aspect, Told>();
    const news: Partial<TimelineItem>[] = [];
    for (const [aspect, change] of Object.entries(amendment) as [Aspect, Partial<TimelineItem>][]) {
      const known = told.get(aspect);
      if (known && sortable(known.at) > sortable(at)) continue;
      told.set(aspect, { at, heard, change });
      news.push(change);
    }
    this.#told.delete(id);
    this.#told.set(id, told);
    dropOldest(this.#told, MOST);
    return news.length === 0 ? null : (Object.assign({}, ...news) as Partial<TimelineItem>);
  }

  /** The message with all that an answer cannot know which was asked for at that moment. */
  amended(item: TimelineItem, askedAt: number): TimelineItem {
    let amended = item;
    for (const { heard, change } of this.#told.get(item.id)?.values() ?? [])
      if (heard > askedAt) amended = { ...amended, ...change };
    const { quoted } = amended;
    return quoted && this.#isRevoked(quoted.messageId) ? withQuoteRevoked(amended) : amended;
  }

  #isRevoked(id: Uuid): boolean {
    return this.#told.get(id)?.get("words")?.change.content?.type === "revoked";
  }
}

/** What a message quotes that is deleted goes with it. */
export const withQuoteRevoked = (item: TimelineItem): TimelineItem =>
  item.quoted ? { ...item, quoted: { ...item.quoted, content: { type: "revoked" } } } : item;
