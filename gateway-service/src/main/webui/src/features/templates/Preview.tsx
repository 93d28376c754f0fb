import { FileText, Image, MapPin, Play, ShoppingBag, Timer } from "lucide-react";
import type { TemplateDraft } from "../../api/types";
import { useT } from "../../i18n";
import { Icon } from "../../ui/Icon";
import { MessageText } from "../../ui/MessageText";
import { filled } from "./drafts";
import { hasFixedWords } from "./rules";
import styles from "./Templates.module.css";

const FILES = { image: Image, video: Play, document: FileText, location: MapPin, product: ShoppingBag };

/** What the customer's phone shows, with the examples filled in. */
export function Preview({ draft }: { draft: TemplateDraft }) {
  const t = useT();
  const { header, footer, buttons, code } = draft;
  const isCode = draft.category === "authentication";
  const example = (name: string) => draft.examples.find((each) => each.name === name)?.value;
  const body = isCode
    ? t(code?.advice ? "template.code.advised" : "template.code.plain")
    : (draft.body ?? "");
  const foot = isCode && code?.minutes ? t("template.code.expires", { minutes: code.minutes }) : footer;
  const file = header && header.format !== "text" ? FILES[header.format as keyof typeof FILES] : undefined;
  return (
    <figure className={styles.preview}>
      <figcaption>{t("template.preview")}</figcaption>
      <div className={styles.bubble} dir="auto">
        {header?.format === "text" && header.text && <b>{filled(header.text, () => header.example)}</b>}
        {header && file && (
          <span className={styles.file}>
            <Icon of={file} size={28} />
            <span className="sr">{t(`template.header.${header.format ?? "other"}`)}</span>
          </span>
        )}
        {draft.offer && (
          <span className={styles.line}>
            <Icon of={Timer} size={16} />
            <b>{draft.offer.text}</b>
          </span>
        )}
        <p>
          <MessageText text={filled(body, (name) => (isCode ? "123456" : example(name)))} />
        </p>
        {foot && <small>{foot}</small>}
      </div>
      {isCode && <span className={styles.press}>{t("template.press.copy-code")}</span>}
      {buttons.map(({ kind, text }, index) => (
        <span key={index} className={styles.press}>
          {hasFixedWords(kind)
            ? t(`template.press.${kind}`)
            : text || t(`template.button.${kind ?? "other"}`)}
        </span>
      ))}
      {draft.cards.length > 0 && (
        <ul className={styles.cards} tabIndex={0} aria-label={t("template.cards")}>
          {draft.cards.map((card, index) => (
            <li key={index}>
              <span className={styles.file}>
                <Icon of={FILES[card.format as keyof typeof FILES] ?? Image} size={28} />
                <span className="sr">{t(`template.header.${card.format ?? "image"}`)}</span>
              </span>
              {card.body && (
                <p dir="auto">
                  <MessageText
                    text={filled(
                      card.body,
                      (name) => card.examples.find((each) => each.name === name)?.value,
                    )}
                  />
                </p>
              )}
              {card.buttons.map(({ kind, text }, at) => (
                <span key={at} className={styles.press}>
                  {text || t(`template.button.${kind ?? "other"}`)}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}
