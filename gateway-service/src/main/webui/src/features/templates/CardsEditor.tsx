import { X } from "lucide-react";
import { useT } from "../../i18n";
import { Button } from "../../ui/Button";
import { IconButton } from "../../ui/IconButton";
import { BodyEditor } from "./BodyEditor";
import { ButtonsEditor } from "./ButtonsEditor";
import type { DraftCard } from "./drafts";
import { ExampleFile } from "./ExampleFile";
import { Field } from "./Field";
import { type Flaw, FEWEST_CARDS, MOST } from "./rules";
import styles from "./Templates.module.css";

const KINDS = ["quick-reply", "url", "phone-number"] as const;
const OF_PRODUCTS = ["product"] as const;
const FORMATS = ["image", "video", "product"] as const;

interface CardsEditorProps {
  phoneNumberId: string;
  cards: readonly DraftCard[];
  flaws: readonly Flaw[];
  /** Several examples may be on their way at once: each changes what there is by then. */
  onChange: (change: (before: readonly DraftCard[]) => DraftCard[]) => void;
}

/** The cards of a carousel. What each has a kind of is chosen once: they are laid out alike. */
export function CardsEditor({ phoneNumberId, cards, flaws, onChange }: CardsEditorProps) {
  const t = useT();
  const change = (at: number, more: Partial<DraftCard>) =>
    onChange((before) => before.map((card, index) => (index === at ? { ...card, ...more } : card)));
  const blank = (): DraftCard => ({
    format: cards[0]?.format ?? "image",
    body: "",
    buttons: (cards[0]?.buttons ?? [{ kind: "quick-reply" as const }]).map(({ kind, text = "" }) => ({
      kind,
      text,
    })),
    examples: [],
  });
  if (cards.length === 0)
    return (
      <div className={styles.line}>
        <Button small onPress={() => onChange(() => [blank(), blank()])}>
          + {t("template.cards.begin")}
        </Button>
        <small>{t("template.cards.hint")}</small>
      </div>
    );
  const ofAll = flaws.filter(({ path }) => path === "cards");
  return (
    <fieldset className={styles.form}>
      <legend>{t("template.cards")}</legend>
      <Field label={t("template.cards.format")} path="cards.format" flaws={flaws}>
        <select
          value={cards[0]?.format ?? "image"}
          onChange={({ target: { value } }) =>
            // An example of the other kind is none.
            onChange((before) => before.map((card) => ofFormat(card, value as (typeof FORMATS)[number])))
          }
        >
          {FORMATS.map((format) => (
            <option key={format} value={format}>
              {t(`template.header.${format}`)}
            </option>
          ))}
        </select>
      </Field>
      {cards.map((card, index) => {
        const path = `cards[${index}].`;
        return (
          <fieldset key={index} className={styles.form}>
            <legend>{t("template.card", { number: index + 1 })}</legend>
            {cards.length > FEWEST_CARDS && (
              <IconButton
                label={t("template.card.remove", { number: index + 1 })}
                icon={X}
                onPress={() => onChange((before) => before.filter((_, other) => other !== index))}
              />
            )}
            {card.format === "product" && <small>{t("template.card.product")}</small>}
            {card.format !== "product" && (
              <ExampleFile
                key={card.format}
                phoneNumberId={phoneNumberId}
                format={card.format === "video" ? "video" : "image"}
                handle={card.handle}
                wanted={flaws.some((flaw) => flaw.path === `${path}handle`)}
                onChange={(handle) => change(index, { handle })}
              />
            )}
            {card.format !== "product" && (
              <BodyEditor
                label={t("template.card.body")}
                path={path}
                body={card.body ?? ""}
                examples={card.examples}
                most={MOST.bodyOfCard}
                rows={3}
                flaws={flaws}
                onChange={(more) => change(index, more)}
              />
            )}
            <ButtonsEditor
              buttons={card.buttons}
              path={path}
              kinds={card.format === "product" ? OF_PRODUCTS : KINDS}
              most={card.format === "product" ? 1 : MOST.buttonsOfCard}
              flaws={flaws}
              onChange={(buttons) => change(index, { buttons })}
            />
          </fieldset>
        );
      })}
      {ofAll.map(({ rule }) => (
        <p key={rule} className={styles.trouble}>
          {t(`template.rule.${rule}` as "template.rule.cards-alike")}
        </p>
      ))}
      <div className={styles.line}>
        <Button
          small
          isDisabled={cards.length >= MOST.cards}
          onPress={() => onChange((before) => [...before, blank()])}
        >
          + {t("template.cards.add")}
        </Button>
        <Button small onPress={() => onChange(() => [])}>
          {t("template.cards.none")}
        </Button>
      </div>
    </fieldset>
  );
}

/** What a card of another kind could not have is taken off. */
function ofFormat({ handle: _, ...card }: DraftCard, format: (typeof FORMATS)[number]): DraftCard {
  if (format === "product")
    return { ...card, format, body: "", examples: [], buttons: [{ kind: "product", text: "" }] };
  return card.format === "product"
    ? { ...card, format, buttons: [{ kind: "quick-reply", text: "" }] }
    : { ...card, format };
}
