import type { TemplateOffer, Uuid } from "../../../api/types";
import { useT, withItsTexts } from "../../../i18n";
import { part } from "../../../ui/part";
import { ASK_TEXTS } from "../ask/texts";
import { type Draft, EMPTY, wanted } from "../ask/drafts";
import { FileAbove } from "./FileAbove";
import { PRODUCT_TEXTS } from "../products/texts";
import { type Brought, type BroughtPart, endComplaint } from "./brought";
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
  /** What of it is asked for. */
  parts: readonly BroughtPart[];
  /** Where files are brought; it may have yet to begin. */
  conversation: Uuid;
  /** Of the number that sends it. */
  phoneNumberId: string;
  brought: Brought;
  /** Several files may be on their way at once: each changes what there is by then. */
  onChange: (change: (before: Brought) => Brought) => void;
}

/** What is brought along besides words: a file, a place or a product above them, one for each card, an end. */
export function BroughtFields({ parts, ...props }: BroughtFieldsProps) {
  return parts.map((part) => (
    <BroughtField key={part.is === "card" ? `card ${part.index}` : part.is} part={part} {...props} />
  ));
}

type BroughtFieldProps = Omit<BroughtFieldsProps, "parts"> & { part: BroughtPart };

function BroughtField({ part, offer, conversation, phoneNumberId, brought, onChange }: BroughtFieldProps) {
  const t = useT();
  switch (part.is) {
    case "file":
      return (
        <FileAbove
          conversation={conversation}
          format={part.format}
          label={t(`offer.file.${part.format}`)}
          value={brought.above}
          onChange={(above) => onChange((before) => ({ ...before, above }))}
        />
      );
    case "place":
      return (
        <PlaceAbove
          draft={brought.typed?.place ?? EMPTY}
          onChange={(typed, place) =>
            onChange((before) => ({ ...before, place, typed: { ...before.typed, place: typed } }))
          }
        />
      );
    case "products":
      return brought.catalogue ? (
        <OpenedProducts
          kind={part.opening}
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
      ) : (
        <p className={styles.wrong} role="status">
          {t("offer.noCatalogue")}
        </p>
      );
    case "end":
      return (
        <label className={styles.field}>
          {t("offer.ends")}
          <input
            type="datetime-local"
            value={brought.typed?.ends ?? ""}
            onChange={({ target: { value } }) =>
              onChange((before) => ({
                ...before,
                endsAt: value ? new Date(value).toISOString() : null,
                typed: { ...before.typed, ends: value },
              }))
            }
          />
          {endComplaint(brought) === "offer.ends.past" && (
            <small className={styles.wrong} role="status">
              {t("offer.ends.past")}
            </small>
          )}
        </label>
      );
    case "card":
      return (
        <FileAbove
          conversation={conversation}
          format={part.format}
          label={t(`offer.card.${part.format}`, { number: part.index + 1 })}
          value={brought.cards[part.index] ?? null}
          onChange={(file) =>
            onChange((before) => ({ ...before, cards: before.cards.with(part.index, file) }))
          }
        />
      );
  }
}

interface PlaceProps {
  draft: Draft;
  onChange: (draft: Draft, place: Brought["place"]) => void;
}

function PlaceAbove({ draft, onChange }: PlaceProps) {
  const t = useT();
  return (
    <fieldset>
      <legend>{t("offer.place")}</legend>
      <PlaceFields
        kind="location"
        draft={draft}
        onChange={(change) => {
          const next = { ...draft, ...change };
          const place = wanted("location", next);
          if (place?.type !== "location") return onChange(next, null);
          const { latitude, longitude, name, address } = place;
          onChange(next, { latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) });
        }}
      />
    </fieldset>
  );
}
