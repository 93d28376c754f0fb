import type { ContentOf, TimelineItem } from "../../../api/types";
import { useT } from "../../../i18n";
import frame from "./Frame.module.css";
import { LocalBody } from "./LocalBody";
import { localFile } from "./local";
import { NotLoaded } from "./NotLoaded";
import { useSource } from "./source";
import { OneCard } from "../offers/TemplateCard";
import styles from "../offers/Templates.module.css";

type Card = NonNullable<ContentOf<"template">["cards"]>[number];

/** The cards of a template that was sent, as its customer scrolls through them. */
export function SentCards({ item, cards }: { item: TimelineItem; cards: readonly Card[] }) {
  const t = useT();
  return (
    <ul className={styles.cards} tabIndex={0} aria-label={t("media.cards", { count: cards.length })}>
      {cards.map((card, index) => (
        <OneCard key={index} card={card} file={<CardFile item={item} card={card} index={index} />} />
      ))}
    </ul>
  );
}

/** On its way it is shown as this machine has it. */
function CardFile({ item, card, index }: { item: TimelineItem; card: Card; index: number }) {
  const t = useT();
  const { src, failed, attempt, onError, retry } = useSource({ ...item, card: index }, "whole");
  const local = localFile(card.attachment.mediaId);
  if (local) return <LocalBody file={local} />;
  if (failed) return <NotLoaded onRetry={retry} />;
  if (!src) return null;
  const what = t(card.format === "video" ? "media.card.video" : "media.card.image", { number: index + 1 });
  return card.format === "video" ? (
    <video key={attempt} src={src} aria-label={what} controls preload="none" onError={onError} />
  ) : (
    <img
      key={attempt}
      className={frame.picture}
      src={src}
      alt={what}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={onError}
    />
  );
}
