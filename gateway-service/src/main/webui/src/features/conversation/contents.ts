import type { TimelineItem } from "../../api/types";
import type { Translate } from "../../i18n";
import { inWords, said, shortened } from "../../lib/messageWords";
import type { Unsent } from "../../live/threads";

/** What a message is in a few words, where its own words do not say it; `null` for text, which does. */
export const whatItIs = ({ content }: TimelineItem, t: Translate): string | null =>
  content.type === "text" ? null : shortened(inWords(said(content), t));

/** The status of what is on its way out. Whether it may have been sent already makes no difference to the eye. */
export const statusOf = (local: Unsent["state"] | null) => (local === "held" ? "waiting" : local);
