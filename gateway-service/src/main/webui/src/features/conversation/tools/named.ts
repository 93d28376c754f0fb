import type { Quoted, Reaction, TimelineItem } from "../../../api/types";

const NOT_THERE: readonly TimelineItem["status"][] = ["queued", "failed", "unknown"];

/** Only what WhatsApp has, and was not deleted, can be answered or have an emoji. */
export const isOnWhatsApp = ({ status, content }: TimelineItem): boolean =>
  !NOT_THERE.includes(status) && content.type !== "revoked";

/** The emoji that the team has set on it. */
export const ours = ({ reactions }: TimelineItem): Reaction | undefined =>
  reactions?.find(({ by, status }) => by && status !== "failed");

/** A message as another one quotes it. */
export function quotedOf({ id, author, content }: TimelineItem): Quoted {
  return {
    messageId: id,
    content: content,
    ...(author.kind === "operator" && author.id
      ? { author: { id: author.id, name: author.name ?? "" } }
      : {}),
    ...(author.speaker ? { speaker: author.speaker } : {}),
    ...(author.contactId ? { sender: { contactId: author.contactId, name: author.name ?? "" } } : {}),
  };
}
