import { Copy, ExternalLink, LayoutTemplate, Phone, Reply, type LucideIcon } from "lucide-react";
import type { ContentOf } from "../../../api/types";
import { useT } from "../../../i18n";
import { Icon } from "../../../ui/Icon";
import { MessageText } from "../../../ui/MessageText";
import { LocalBody } from "../media/LocalBody";
import { localFile } from "../media/local";
import { Mark } from "../Mark";
import styles from "./Templates.module.css";

type Sent = ContentOf<"template">;

const ICONS: Partial<Record<Sent["buttons"][number]["kind"], LucideIcon>> = {
  url: ExternalLink,
  "phone-number": Phone,
  "copy-code": Copy,
  "one-time-code": Copy,
};

/** A template as its customer sees it. Its buttons are the customer's to press. */
export function TemplateCard({ content, preview = false }: { content: Sent; preview?: boolean }) {
  const file = preview && content.fileAbove && localFile(content.fileAbove.attachment.mediaId);
  return (
    <div className={styles.card}>
      {file && <LocalBody file={file} />}
      {content.header && <b dir="auto">{content.header}</b>}
      <MessageText text={content.text} />
      {content.footer && <small dir="auto">{content.footer}</small>}
      {content.buttons.length > 0 && (
        <ul>
          {content.buttons.map(({ kind, text, value }, index) => (
            <li key={index} className={styles.row} dir="auto" title={value}>
              <Icon of={ICONS[kind] ?? Reply} size={14} />
              {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** In the thread it says that it is one. */
export function SentTemplate({ content }: { content: Sent }) {
  const t = useT();
  return (
    <>
      <Mark icon={LayoutTemplate}>{t("said.kind.template")}</Mark>
      <TemplateCard content={content} />
    </>
  );
}
