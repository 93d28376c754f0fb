import type { Content, ContentOf, ReplyRequest } from "../api/types";
import { currentLocale, type Key, type Translate } from "../i18n";
import { longWhen } from "./time";

/** What is known of a message when its words are asked for: a row's preview has less of it than the thread. */
export interface Said {
  kind: string;
  platformType?: string | undefined;
  text?: string | undefined;
  content?: Content;
}

export const said = (content: Content): Said => ({
  kind: content.type,
  platformType: content.type === "unsupported" ? content.platformType : undefined,
  text: content.text,
  content,
});

/** The words of what is to be sent; of a file those below it. */
export const wordsIn = (content: ReplyRequest["content"]): string =>
  (content.type === "text" ? content.text : "caption" in content ? content.caption : "") ?? "";

/** Words of the platform for what has another name here. */
const SAME: Record<string, string> = {
  poll: "poll_creation",
  unknown: "unsupported",
};
const KINDS = ["text", "location", "contacts", "order", "choice", "form", "call-permission"];

/** A platform's name of something as people would write it: `screen_0.first-name` is `screen 0 · first name`. */
export const readableName = (name: string): string =>
  name
    .replace(/\./g, " · ")
    .replace(/[\s_-]+/g, " ")
    .trim();

export const oneLine = (text: string): string =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .join(", ");

/** Without what would turn the order of its characters: the ending of a file's name is its end. */
export const withoutDirections = (name: string): string =>
  name.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");

/** Of what kind it is. What came before its kind had a name of its own is of that kind, too. */
export function kindOf({ kind, platformType, content }: Said): string {
  if (KINDS.includes(kind)) return kind;
  const general = kind === "unsupported" ? (platformType ?? kind) : kind;
  if (KINDS.includes(general)) return general;
  const exact = content?.type === "unsupported" && content.detail ? content.detail : general;
  return SAME[exact] ?? exact;
}

/** Text needs no picture before it. */
export const hasPicture = (message: Said): boolean => kindOf(message) !== "text";

/** What a message of a kind that is not shown is, in a few words; a name that we have no word for is made readable. */
export function nameOfKind(kind: string, t: Translate): string {
  const key = `said.kind.${kind}`;
  const name = t(key as Key);
  return name === key ? t("said.kindOf", { kind: readableName(kind) }) : name;
}

/** What a message is, in one line of words: for lists, for who listens, and for where another one quotes it. */
export function inWords(message: Said, t: Translate): string {
  const { content } = message;
  const text = oneLine(message.text ?? "");
  const kind = kindOf(message);
  const withText = (what: string) => (text ? t("said.with", { what, text }) : what);
  switch (kind) {
    case "text":
    case "choice":
    case "template":
    case "buttons":
    case "options":
    case "link":
    case "location-request":
      return text || t("said.nothing");
    case "location":
      return text ? withText(nameOfKind(kind, t)) : t("said.here");
    case "contacts": {
      const count = content?.type === "contacts" ? content.cards.length : 1;
      return text ? withText(t("said.contacts", { count })) : nameOfKind(kind, t);
    }
    case "order": {
      const count = content?.type === "order" ? content.lines.length : 0;
      const what = count > 0 ? t("said.order", { count }) : nameOfKind(kind, t);
      return count > 0 && text ? `${what}, ${text}` : withText(what);
    }
    case "form":
      return content?.type === "form" && content.name === "address_message"
        ? t("said.address")
        : t("said.form");
    case "call-permission":
      return content?.type === "call-permission" ? callsInWords(content, t) : t("said.calls");
    case "product":
    case "product_list":
      return text ? t("said.product", { what: nameOfKind(kind, t), text }) : nameOfKind(kind, t);
    case "document":
      return text
        ? t("said.with", { what: nameOfKind(kind, t), text: withoutDirections(text) })
        : nameOfKind(kind, t);
    default:
      // What was pressed or chosen, from before that was a kind of its own: its words are all of it.
      if ((kind === "button" || kind === "interactive") && text) return text;
      return withText(nameOfKind(kind, t));
  }
}

/** Whether the business may call, and how long. */
export function callsInWords(content: ContentOf<"call-permission">, t: Translate): string {
  if (!content.accepted) return t("said.calls.no");
  if (content.permanent) return t("said.calls.always");
  return content.until && !Number.isNaN(Date.parse(content.until))
    ? t("said.calls.until", { time: longWhen(currentLocale(), content.until) })
    : t("said.calls.yes");
}

/** So much of it that it still fits in a sentence. */
export function shortened(text: string, most = 80): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : text;
}
