import { use } from "react";
import type { TimelineItem } from "../../../api/types";
import { useT } from "../../../i18n";
import { whatFile } from "../contents";
import { ViewFile } from "../viewing";
import { room } from "./files";
import frame from "./Frame.module.css";
import { NotLoaded } from "./NotLoaded";
import { useSource } from "./source";

/** A picture in a bubble: a small form of it, in a place that is kept for it. */
export function Picture({ item }: { item: TimelineItem }) {
  const t = useT();
  const view = use(ViewFile);
  const { media } = item;
  const size = room(media);
  const { src, failed, attempt, onError, retry } = useSource(item, media?.thumbnail ? "thumbnail" : "whole");
  return (
    <span className={frame.frame} style={size}>
      {failed ? (
        <NotLoaded onRetry={retry} />
      ) : (
        src && (
          <button
            type="button"
            className={frame.open}
            title={t("viewer.open")}
            onClick={() => view({ message: item.id })}
          >
            <img
              key={attempt}
              className={frame.picture}
              src={src}
              {...size}
              alt={whatFile(item, t)}
              loading="lazy"
              decoding="async"
              draggable={false}
              onError={onError}
            />
          </button>
        )
      )}
    </span>
  );
}
