import type { Speaker } from "../api/types";
import type { Key, Translate } from "../i18n";

interface Named {
  name?: string | null | undefined;
  speaker?: Speaker | null | undefined;
}

/** Other applications are of many kinds, which mean little to who reads it. */
const KNOWN: Partial<Record<Speaker, Key>> = { phone: "speaker.phone", "ai-agent": "speaker.ai-agent" };

/** Who wrote or did something: by name, or which phone or application it was. */
export const nameOf = ({ name, speaker }: Named, t: Translate): string =>
  speaker ? t(KNOWN[speaker] ?? "speaker.other") : (name ?? t("message.system"));

/** The same where it stands alone, as above a message. */
export const signatureOf = (author: Named, t: Translate): string =>
  author.speaker === "phone" ? t("message.fromPhone") : nameOf(author, t);
