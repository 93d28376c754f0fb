import { useState } from "react";
import type { TemplateOffer, Uuid } from "../../../api/types";
import { useT, withItsTexts } from "../../../i18n";
import { part } from "../../../ui/part";
import { ASK_TEXTS } from "../ask/texts";
import { EMPTY, wanted } from "../ask/drafts";
import { FileAbove } from "./FileAbove";
import { PRODUCT_TEXTS } from "../products/texts";
import { type Brought, cardsWithFiles, endComplaint, isFile, opening } from "./filled";
import styles from "./Templates.module.css";

/** Few templates have a place above them. */
const PlaceFields = part(() =>
  withItsTexts(ASK_TEXTS, () => import("../ask/Fields")).then((it) => it.Fields),
);

/** Neither do many open products. */
const OpenedProducts = part(() =>
  withItsTexts(PRODUCT_TEXTS, () => import("../products/OpenedProducts")).then((it) => it.OpenedProducts),
);

interface BroughtFieldsProps {
  offer: TemplateOffer;
  /** Where files are brought; it may have yet to begin. */
  conversation: Uuid;
  /** Of the number that sends it. */
  phoneNumberId: string;
  brought: Brought;
  /** Several files may be on their way at once: each changes what there is by then. */
  onChange: (change: (before: Brought) => Brought) => void;
}

/** What is brought along besides words: a file, a place or a product above them, one for each card, an end. */
export function BroughtFields({ offer, conversation, phoneNumberId, brought, onChange }: BroughtFieldsProps) {
  const t = useT();
  const opens = opening(offer);
  const format = offer.header?.format;
  return (
    <>
      {isFile(format) && (
        <FileAbove
          conversation={conversation}
          format={format}
          label={t(`offer.file.${format}`)}
          value={brought.above}
          onChange={(above) => onChange((before) => ({ ...before, above }))}
        />
      )}
      {format === "location" && (
        <PlaceAbove onChange={(place) => onChange((before) => ({ ...before, place }))} />
      )}
      {opens && !brought.catalogue && (
        <p className={styles.wrong} role="status">
          {t("offer.noCatalogue")}
        </p>
      )}
      {opens && brought.catalogue && (
        <OpenedProducts
          kind={opens}
          cards={offer.cards.length}
          phoneNumberId={phoneNumberId}
          draft={brought.catalogue.draft}
          onChange={(draft) =>
            onChange((before) => ({
              ...before,
              catalogue: before.catalogue && { ...before.catalogue, draft },
            }))
          }
        />
      )}
      {offer.offer?.ends && (
        <label className={styles.field}>
          {t("offer.ends")}
          <input
            type="datetime-local"
            onChange={({ target: { value } }) =>
              onChange((before) => ({ ...before, endsAt: value ? new Date(value).toISOString() : null }))
            }
          />
          {endComplaint(offer, brought) === "offer.ends.past" && (
            <small className={styles.wrong} role="status">
              {t("offer.ends.past")}
            </small>
          )}
        </label>
      )}
      {cardsWithFiles(offer).map(({ header }, index) => (
        <FileAbove
          key={index}
          conversation={conversation}
          format={header?.format === "video" ? "video" : "image"}
          label={t(header?.format === "video" ? "offer.card.video" : "offer.card.image", {
            number: index + 1,
          })}
          value={brought.cards[index] ?? null}
          onChange={(file) => onChange((before) => ({ ...before, cards: before.cards.with(index, file) }))}
        />
      ))}
    </>
  );
}

function PlaceAbove({ onChange }: { onChange: (place: Brought["place"]) => void }) {
  const t = useT();
  const [draft, setDraft] = useState(EMPTY);
  return (
    <fieldset>
      <legend>{t("offer.place")}</legend>
      <PlaceFields
        kind="location"
        draft={draft}
        onChange={(change) => {
          const next = { ...draft, ...change };
          setDraft(next);
          const place = wanted("location", next);
          if (place?.type !== "location") return onChange(null);
          const { latitude, longitude, name, address } = place;
          onChange({ latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) });
        }}
      />
    </fieldset>
  );
}
