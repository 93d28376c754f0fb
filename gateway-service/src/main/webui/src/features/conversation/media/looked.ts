import type { Content, TimelineItem } from "../../../api/types";
import { fileAbove } from "../contents";
import { kindOfFile } from "./files";

/** A message as that one of its files is looked at. */
export interface LookedAt extends TimelineItem {
  /** On which card of a template it is, counted from 0. */
  card?: number;
}

/** A template may have a file above its words, and one on each card. */
function filesOf(item: TimelineItem): LookedAt[] {
  const { content } = item;
  if (content.type !== "template") return [item];
  const above = fileAbove(content);
  const cards = (content.cards ?? []).map(({ format, attachment }, card) => {
    const { media: _, ...rest } = item;
    return { ...rest, card, content: { type: format, attachment, text: "" } as Content };
  });
  return above ? [{ ...item, content: above }, ...cards] : cards;
}

/** An operator brought the files of cards himself: they are there. */
const isLookedAt = (item: LookedAt): boolean =>
  (item.card !== undefined || item.media?.state === "stored") &&
  "attachment" in item.content &&
  ["picture", "video"].includes(kindOfFile(item));

/** The pictures and videos of messages, in their order. */
export const lookedAt = (items: readonly TimelineItem[]): LookedAt[] =>
  items.flatMap(filesOf).filter(isLookedAt);
