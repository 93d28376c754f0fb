import type { TemplateDraft } from "../../api/types";
import { useT } from "../../i18n";
import { Field } from "./Field";
import { type Flaw, lengthOf, MOST } from "./rules";
import styles from "./Templates.module.css";

type Offer = NonNullable<TemplateDraft["offer"]>;

interface OfferEditorProps {
  offer: Offer | undefined;
  flaws: readonly Flaw[];
  onChange: (offer: Offer | undefined) => void;
}

/** An offer that does not last: what it is, and whether it says when it ends. */
export function OfferEditor({ offer, flaws, onChange }: OfferEditorProps) {
  const t = useT();
  const text = offer?.text ?? "";
  return (
    <>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={offer !== undefined}
          onChange={(event) => onChange(event.target.checked ? { text: "", ends: true } : undefined)}
        />
        {t("template.offer")}
      </label>
      {offer && (
        <>
          <Field
            label={t("template.offer.text")}
            path="offer.text"
            flaws={flaws}
            hint={t("template.offer.hint")}
            count={[lengthOf(text), MOST.offer]}
          >
            <input
              dir="auto"
              value={text}
              onChange={(event) => onChange({ ...offer, text: event.target.value })}
            />
          </Field>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={offer.ends}
              onChange={(event) => onChange({ ...offer, ends: event.target.checked })}
            />
            {t("template.offer.ends")}
          </label>
        </>
      )}
    </>
  );
}
