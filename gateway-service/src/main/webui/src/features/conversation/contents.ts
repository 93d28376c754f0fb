import type { Content } from "../../api/types";
import type { Key, Translate } from "../../i18n";
import type { Unsent } from "../../live/threads";

const KINDS = ["image", "video", "audio", "document", "sticker", "location", "contacts", "order"] as const;
/** Kinds whose words are all that the customer said: what he pressed or chose. */
const WORDS_ONLY = ["button", "interactive"];

const isKnown = (kind: string): kind is (typeof KINDS)[number] => (KINDS as readonly string[]).includes(kind);

/** What a message of a kind that is not shown yet is, in one or two words. */
export const kindOf = (platformType: string, t: Translate): string =>
  isKnown(platformType) ? t(`message.kind.${platformType}` as Key) : platformType;

/** What to read of a message: its words, and what else it brought that is not shown here. */
export function readable(content: Content, t: Translate): { words: string | null; notShown: string | null } {
  if (content.type === "text") return { words: content.text, notShown: null };
  const { platformType, text = null } = content;
  if (text !== null && WORDS_ONLY.includes(platformType)) return { words: text, notShown: null };
  return { words: text, notShown: t("message.unsupported", { type: kindOf(platformType, t) }) };
}

/** The status of what is on its way out. Whether it may have been sent already makes no difference to the eye. */
export const statusOf = (local: Unsent["state"] | null) => (local === "held" ? "waiting" : local);
