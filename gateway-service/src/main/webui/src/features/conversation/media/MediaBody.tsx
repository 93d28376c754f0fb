import type { TimelineItem } from "../../../api/types";
import { MessageText } from "../../../ui/MessageText";
import { FileCard } from "./FileCard";
import { kindOfFile } from "./files";
import { LocalBody } from "./LocalBody";
import { localFile } from "./local";
import { Lost } from "./Lost";
import styles from "./MediaBody.module.css";
import { OnItsWay } from "./OnItsWay";
import { Picture } from "./Picture";
import { Recording } from "./Recording";
import { StickerPicture } from "./StickerPicture";
import { VideoClip } from "./VideoClip";

/** The file of a message, and the words below it. */
export function MediaBody({ item }: { item: TimelineItem }) {
  const { content } = item;
  const caption = content.type === "document" ? content.caption : content.text;
  return (
    <>
      <File item={item} />
      {caption?.trim() && (
        <span className={styles.caption} dir="auto">
          <MessageText text={caption} />
        </span>
      )}
    </>
  );
}

function File({ item }: { item: TimelineItem }) {
  const { content, media } = item;
  const local = !media && "attachment" in content && localFile(content.attachment.mediaId);
  if (local) return <LocalBody file={local} />;
  if (item.media?.state === "lost") return <Lost item={item} />;
  if (item.media?.state !== "stored") return <OnItsWay item={item} />;
  switch (kindOfFile(item)) {
    case "picture":
      return <Picture item={item} />;
    case "sticker":
      return <StickerPicture item={item} />;
    case "video":
      return <VideoClip item={item} />;
    case "voice":
    case "audio":
      return <Recording item={item} />;
    case "document":
      return <FileCard item={item} />;
  }
}
