import { ChevronUp, X } from "lucide-react";
import { useT } from "../../i18n";
import { Button } from "../../ui/Button";
import { IconButton } from "../../ui/IconButton";
import type { DraftButton } from "./drafts";
import { Field } from "./Field";
import { type Flaw, hasFixedWords, MOST } from "./rules";
import styles from "./Templates.module.css";

const KINDS = [
  ...(["quick-reply", "url", "phone-number", "copy-code", "flow"] as const),
  ...(["product", "products", "catalogue"] as const),
  ...(["voice-call", "call-permission", "contact-request"] as const),
] as const;
export type Kind = (typeof KINDS)[number];

interface ButtonsEditorProps {
  buttons: readonly DraftButton[];
  flaws: readonly Flaw[];
  onChange: (buttons: DraftButton[]) => void;
  /** In front of that of each flaw: of a card, its own. */
  path?: string;
  kinds?: readonly Kind[];
  most?: number;
}

/** The buttons of a template or of a card, in their order. */
export function ButtonsEditor(props: ButtonsEditorProps) {
  const { buttons, flaws, onChange, path: at = "", kinds = KINDS, most = MOST.buttons } = props;
  const t = useT();
  const change = (place: number, more: Partial<DraftButton>) =>
    onChange(buttons.map((button, index) => (index === place ? { ...button, ...more } : button)));
  const upwards = (place: number) =>
    onChange(
      buttons.map((button, index) =>
        index === place
          ? (buttons[place - 1] ?? button)
          : index === place - 1
            ? (buttons[place] ?? button)
            : button,
      ),
    );
  const ofAll = flaws.filter(({ path }) => path === `${at}buttons`);
  return (
    <fieldset className={styles.form}>
      <legend>{t("template.buttons")}</legend>
      {buttons.map((button, index) => {
        const path = `${at}buttons[${index}]`;
        const { kind = "quick-reply", value = "", example = "" } = button;
        return (
          <div
            key={index}
            role="group"
            aria-label={t("template.button", { number: index + 1 })}
            className={styles.form}
          >
            <div className={styles.line}>
              <b className="grow">{t(`template.button.${kind}`)}</b>
              {index > 0 && (
                <IconButton
                  label={t("template.button.up", { number: index + 1 })}
                  icon={ChevronUp}
                  onPress={() => upwards(index)}
                />
              )}
              <IconButton
                label={t("template.button.remove", { number: index + 1 })}
                icon={X}
                onPress={() => onChange(buttons.filter((_, other) => other !== index))}
              />
            </div>
            {!hasFixedWords(kind) && (
              <Field label={t("template.button.text")} path={`${path}.text`} flaws={flaws}>
                <input
                  dir="auto"
                  value={button.text ?? ""}
                  onChange={(event) => change(index, { text: event.target.value })}
                />
              </Field>
            )}
            {(kind === "url" || kind === "phone-number" || kind === "flow") && (
              <Field
                label={t(`template.button.value.${kind}`)}
                path={`${path}.value`}
                flaws={flaws}
                hint={t(`template.button.hint.${kind}`)}
              >
                <input value={value} onChange={(event) => change(index, { value: event.target.value })} />
              </Field>
            )}
            {(kind === "copy-code" || value.includes("{{")) && (
              <Field
                label={
                  kind === "copy-code" ? t("template.button.code") : t("template.example", { name: "1" })
                }
                path={`${path}.example`}
                flaws={flaws}
              >
                <input value={example} onChange={(event) => change(index, { example: event.target.value })} />
              </Field>
            )}
          </div>
        );
      })}
      {ofAll.map(({ rule, limit = 0 }) => (
        <p key={rule} className={styles.trouble}>
          {t(`template.rule.${rule}` as "template.rule.too-many", { limit })}
        </p>
      ))}
      <div className={styles.line}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            small
            isDisabled={buttons.length >= most}
            onPress={() => onChange([...buttons, hasFixedWords(kind) ? { kind } : { kind, text: "" }])}
          >
            + {t(`template.button.${kind}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
