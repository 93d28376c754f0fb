import { FileX } from "lucide-react";
import type { Media, TimelineItem } from "../../../api/types";
import { type Translate, useT } from "../../../i18n";
import { ContentCard } from "../ContentCard";
import { titleOf } from "./files";

/** A file that cannot be had: why, and what can be done. */
export function Lost({ item }: { item: TimelineItem }) {
  const t = useT();
  return (
    <ContentCard icon={FileX} title={titleOf(item, t)}>
      <span>{reasonOf(item.media?.loss, t)}</span>
    </ContentCard>
  );
}

function reasonOf(loss: Media["loss"], t: Translate): string {
  switch (loss) {
    case "expired":
    case "too-large":
    case "damaged":
    case "strange-address":
      return t(`media.lost.${loss}`);
    default:
      return t("media.lost.other");
  }
}
