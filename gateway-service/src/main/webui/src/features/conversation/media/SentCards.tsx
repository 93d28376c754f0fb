import { use } from "react";
import type { ContentOf, TimelineItem } from "../../../api/types";
import { useT } from "../../../i18n";
import frame from "./Frame.module.css";
import { LocalBody } from "./LocalBody";
import { localFile } from "./local";
import { NotLoaded } from "./NotLoaded";
import { useSource } from "./source";
import { ViewFile } from "../viewing";
import { OneCard } from "../offers/TemplateCard";
import styles from "../offers/Templates.module.css";

type Card = NonNullable<ContentOf<"template">["cards"]>[number];

interface SentCardsProps {
  item: TimelineItem;
  cards: readonly Card[];
  /** Whether the server has yet to answer. */
  onItsWay: boolean;
}

/** The cards of a template that was sent, as its customer scrolls through them. */
export function SentCards({ item, cards, onItsWay }: SentCardsProps) {
  const t = useT();
  return (
    <ul className={styles.cards} tabIndex={0} aria-label={t("media.cards", { count: cards.length })}>
      {cards.map((card, index) => (
        <OneCard
          key={index}
          card={card}
          file={
            onItsWay ? <OwnFile card={card} /> : <CardFile item={item} format={card.format} index={index} />
          }
        />
      ))}
    </ul>
  );
}

/** On its way it is shown as this machine has it. */
function OwnFile({ card }: { card: Card }) {
  const local = localFile(card.attachment.mediaId);
  return local && <LocalBody file={local} />;
}

interface CardFileProps {
  item: TimelineItem;
  format: Card["format"];
  index: number;
}

function CardFile({ item, format, index }: CardFileProps) {
  const t = useT();
  const view = use(ViewFile);
  const { src, failed, attempt, onError, retry } = useSource({ ...item, card: index }, "whole");
  if (failed) return <NotLoaded onRetry={retry} />;
  if (!src) return null;
  const what = t(format === "video" ? "media.card.video" : "media.card.image", { number: index + 1 });
  return format === "video" ? (
    <video key={attempt} src={src} aria-label={what} controls preload="none" onError={onError} />
  ) : (
    <button
      type="button"
      className={frame.open}
      title={t("viewer.open")}
      onClick={() => view({ message: item.id, card: index })}
    >
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
    </button>
  );
}
