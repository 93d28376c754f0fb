import { ExternalLink, List, ListChecks, MapPin, MessageCircleQuestion, Reply } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { ContentOf } from "../../../api/types";
import { type Key, useT } from "../../../i18n";
import { Icon } from "../../../ui/Icon";
import { MessageText } from "../../../ui/MessageText";
import { Mark } from "../Mark";
import { WebLink } from "../WebLink";
import styles from "./Asked.module.css";

export type AskedContent = ContentOf<"buttons" | "options" | "link" | "location-request">;

const MARKS: Record<AskedContent["type"], readonly [LucideIcon, Key]> = {
  buttons: [MessageCircleQuestion, "asked.button"],
  options: [ListChecks, "asked.options"],
  link: [ExternalLink, "asked.link"],
  "location-request": [MapPin, "asked.place"],
};

/** What we asked, in the thread: it says of what kind it is. */
export function Asked({ content }: { content: AskedContent }) {
  const t = useT();
  const [icon, what] = MARKS[content.type];
  return (
    <>
      <Mark icon={icon}>{t(what)}</Mark>
      <AskedCard content={content} />
    </>
  );
}

/** What we ask, as its customer sees it. What can be pressed is the customer's to press. */
export function AskedCard({ content }: { content: AskedContent }) {
  const { header, footer } = content as Partial<ContentOf<"buttons">>;
  return (
    <div className={styles.card}>
      {header && <b dir="auto">{header}</b>}
      <MessageText text={content.text} />
      {footer && <small dir="auto">{footer}</small>}
      <Answers content={content} />
    </div>
  );
}

function Answers({ content }: { content: AskedContent }) {
  const t = useT();
  switch (content.type) {
    case "buttons":
      return (
        <ul>
          {content.buttons.map(({ text }, index) => (
            <Answer key={index} icon={Reply}>
              {text}
            </Answer>
          ))}
        </ul>
      );
    case "options":
      return (
        <>
          <ul>
            <Answer icon={List}>{content.button}</Answer>
          </ul>
          {content.sections.map(({ title, rows }, index) => (
            <div key={index}>
              {title && (
                <b className={styles.section} dir="auto">
                  {title}
                </b>
              )}
              <ol>
                {rows.map(({ title: row, description }, place) => (
                  <li key={place} dir="auto">
                    {row}
                    {description && <small>{description}</small>}
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </>
      );
    case "link":
      return (
        <ul>
          <Answer icon={ExternalLink}>
            {content.button} <WebLink written={content.url} />
          </Answer>
        </ul>
      );
    case "location-request":
      return (
        <ul>
          <Answer icon={MapPin}>{t("asked.sendPlace")}</Answer>
        </ul>
      );
  }
}

const Answer = ({ icon, children }: { icon: LucideIcon; children: ReactNode }) => (
  <li className={styles.answer} dir="auto">
    <Icon of={icon} size={14} />
    <span>{children}</span>
  </li>
);
