import type { Content, ContentOf, TimelineItem } from "../../api/types";
import type { Translate } from "../../i18n";
import { inWords, said, shortened } from "../../lib/messageWords";
import { playTime } from "../../lib/time";
import type { Unsent } from "../../live/threads";

/** What a message is in a few words, where its own words do not say it; `null` for text, which does. */
export const whatItIs = (item: TimelineItem, t: Translate): string | null =>
  item.content.type === "text" ? null : shortened(whatFile(item, t));

/** The same in full; of what plays it says how long. */
export function whatFile({ content, media }: TimelineItem, t: Translate): string {
  const words = inWords(said(content), t);
  return media?.seconds === undefined ? words : t("media.playing", { words, time: playTime(media.seconds) });
}

/** The status of what is on its way out. Whether it may have been sent already makes no difference to the eye. */
export const statusOf = (local: Unsent["state"] | null) => (local === "held" ? "waiting" : local);

/** The file above the words of a template, as a message that is one has it; `null` when there is none. */
export const fileAbove = ({ fileAbove: file }: ContentOf<"template">): Content | null =>
  file
    ? ({
        type: file.format,
        attachment: file.attachment,
        ...(file.name ? { name: file.name } : {}),
      } as Content)
    : null;
