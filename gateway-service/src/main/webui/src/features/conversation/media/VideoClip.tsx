import type { TimelineItem } from "../../../api/types";
import { useT } from "../../../i18n";
import { whatFile } from "../contents";
import { room } from "./files";
import frame from "./Frame.module.css";
import { NotLoaded } from "./NotLoaded";
import { addressOf, useSource } from "./source";

/** A video in a bubble. Nothing of it is loaded before somebody wants to see it, but its first picture. */
export function VideoClip({ item }: { item: TimelineItem }) {
  const t = useT();
  const size = room(item.media);
  const { src, failed, attempt, onError, retry } = useSource(item, "whole");
  const ticket = src && new URLSearchParams(src.split("?")[1]).get("ticket");
  const poster = ticket && item.media?.thumbnail ? addressOf(item, ticket, "thumbnail") : undefined;
  return (
    <span className={frame.frame} style={size}>
      {failed ? (
        <NotLoaded onRetry={retry} />
      ) : (
        src && (
          <video
            key={attempt}
            className={frame.picture}
            src={src}
            poster={poster}
            {...size}
            aria-label={whatFile(item, t)}
            controls
            playsInline
            preload={poster ? "none" : "metadata"}
            onError={onError}
          />
        )
      )}
    </span>
  );
}
