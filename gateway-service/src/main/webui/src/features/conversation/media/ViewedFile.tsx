import { useT } from "../../../i18n";
import { cx } from "../../../lib/cx";
import { whatFile } from "../contents";
import { kindOfFile } from "./files";
import type { LookedAt } from "./looked";
import { NotLoaded } from "./NotLoaded";
import type { Sight } from "./sight";
import { useSource } from "./source";
import styles from "./Viewer.module.css";

/** The picture or the video itself. */
export function ViewedFile({ item, sight }: { item: LookedAt; sight: Sight }) {
  const t = useT();
  const { src, failed, attempt, onError, retry } = useSource(item, "whole");
  const { zoom, x, y, turns } = sight;
  const video = kindOfFile(item) === "video";
  const what =
    item.card === undefined
      ? whatFile(item, t)
      : t(video ? "media.card.video" : "media.card.image", { number: item.card + 1 });
  if (failed) return <NotLoaded onRetry={retry} />;
  if (src === null) return null;
  if (video)
    return <video key={attempt} src={src} aria-label={what} controls playsInline onError={onError} />;
  return (
    <img
      key={attempt}
      src={src}
      alt={what}
      className={cx(turns % 2 === 1 && styles.onItsSide)}
      draggable={false}
      style={{ transform: `translate(${x}px, ${y}px) scale(${zoom}) rotate(${turns * 90}deg)` }}
      onError={onError}
    />
  );
}
