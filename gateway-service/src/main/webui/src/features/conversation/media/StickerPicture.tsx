import type { TimelineItem } from "../../../api/types";
import { useT } from "../../../i18n";
import { whatFile } from "../contents";
import frame from "./Frame.module.css";
import { NotLoaded } from "./NotLoaded";
import { useSource } from "./source";
import styles from "./StickerPicture.module.css";

const SIDE = 128;

/** A sticker, as it is: it moves if it does. */
export function StickerPicture({ item }: { item: TimelineItem }) {
  const t = useT();
  const { src, failed, attempt, onError, retry } = useSource(item, "whole");
  if (failed)
    return (
      <span className={frame.frame} style={{ width: SIDE, height: SIDE }}>
        <NotLoaded onRetry={retry} />
      </span>
    );
  return (
    <span className={styles.sticker}>
      {src && (
        <img
          key={attempt}
          src={src}
          width={SIDE}
          height={SIDE}
          alt={whatFile(item, t)}
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={onError}
        />
      )}
    </span>
  );
}
