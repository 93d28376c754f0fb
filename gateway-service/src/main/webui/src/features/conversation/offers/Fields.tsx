import { WandSparkles } from "lucide-react";
import type { ReactNode } from "react";
import type { TemplateOffer } from "../../../api/types";
import { currentLocale, type Translate, useT } from "../../../i18n";
import { languageName } from "../../../lib/languages";
import { Icon } from "../../../ui/Icon";
import { type Complaint, complaints, type Place, toFill, type Values } from "./filled";
import styles from "./Templates.module.css";

interface FieldsProps {
  offer: TemplateOffer;
  values: Values;
  onChange: (values: Values) => void;
  /** Until when messages to this customer cost nothing. */
  freeUntil: string | null;
  /** What else is to be given. */
  children?: ReactNode;
}

/** What is to be filled in. What stands there already says where it comes from, until it is changed. */
export function Fields({ offer, values, onChange, freeUntil, children }: FieldsProps) {
  const t = useT();
  const locale = currentLocale();
  const { category, language } = offer;
  const parameters = toFill(offer);
  const wrongs = complaints(offer, values);
  return (
    <div>
      {(parameters.length > 0 || !children) && (
        <h3>{parameters.length > 0 ? t("offer.fill", { count: parameters.length }) : t("offer.nothing")}</h3>
      )}
      {children}
      {parameters.map((place, index) => {
        const value = values[index] ?? "";
        const wrong = wrongs[index] ?? null;
        const known = place.proposal?.value === value ? place.proposal : undefined;
        const hint = wrong ? complaintInWords(wrong, t) : known && t(`offer.from.${known.source}`);
        return (
          <label key={`${offer.id} ${index}`} className={styles.field}>
            <small>
              {`{{${place.name}}} `}
              {where(place, offer, t)}
              {hint && " · "}
              {known && <Icon of={WandSparkles} size={12} />}
              {hint && <span className={wrong ? styles.wrong : undefined}>{hint}</span>}
            </small>
            <input
              value={value}
              dir="auto"
              required
              aria-invalid={wrong !== null || undefined}
              placeholder={place.example ? t("offer.example", { example: place.example }) : undefined}
              onChange={(event) =>
                onChange(parameters.map((_, at) => (at === index ? event.target.value : (values[at] ?? ""))))
              }
            />
          </label>
        );
      })}
      <p>
        <small>
          {freeUntil
            ? t(`offer.free.${category}`, { language: languageName(language, locale), time: freeUntil })
            : t(`offer.billed.${category}`, { language: languageName(language, locale) })}{" "}
          {t("offer.noWindow")}
        </small>
      </p>
    </div>
  );
}

const complaintInWords = (wrong: Complaint, t: Translate): string =>
  wrong.is === "long" ? t("offer.tooLong", { count: wrong.tooMany }) : t(`offer.${wrong.is}`);

function where({ place, card, button }: Place, { buttons, cards }: TemplateOffer, t: Translate): string {
  const on = card === undefined ? buttons : (cards[card]?.buttons ?? []);
  const part = t(`offer.field.${place}`, { button: on[button ?? 0]?.text ?? "" });
  return card === undefined ? part : t("offer.onCard", { number: card + 1, part });
}
