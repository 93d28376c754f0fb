import type { Speaker } from "../api/types";
import type { Translate } from "../i18n";

interface Named {
  name?: string | null | undefined;
  speaker?: Speaker | null | undefined;
}

/** Who wrote or did something: by name, or which phone or application it was. */
export const nameOf = ({ name, speaker }: Named, t: Translate): string =>
  speaker ? t(`speaker.${speaker}`) : (name ?? t("message.system"));

/** The same where it stands alone, as above a message. */
export const signatureOf = (author: Named, t: Translate): string =>
  author.speaker === "phone" ? t("message.fromPhone") : nameOf(author, t);
