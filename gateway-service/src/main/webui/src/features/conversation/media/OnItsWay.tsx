import { Hourglass } from "lucide-react";
import type { TimelineItem } from "../../../api/types";
import { useT } from "../../../i18n";
import { Icon } from "../../../ui/Icon";
import { ContentCard } from "../ContentCard";
import { kindOfFile, room, titleOf } from "./files";
import frame from "./Frame.module.css";

/** In the place of a file that is not here yet. */
export function OnItsWay({ item }: { item: TimelineItem }) {
  const t = useT();
  const kind = kindOfFile(item);
  if (kind !== "picture" && kind !== "video")
    return (
      <ContentCard icon={Hourglass} title={titleOf(item, t)}>
        <small>{t("media.fetching")}</small>
      </ContentCard>
    );
  return (
    <span className={frame.frame} style={room(item.media)}>
      <span className={frame.words}>
        <Icon of={Hourglass} size={20} />
        <small>{t("media.fetching")}</small>
      </span>
    </span>
  );
}
