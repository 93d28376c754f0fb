import { ChevronRight } from "lucide-react";
import type { TimelineItem } from "../../api/types";
import { currentLocale, useT } from "../../i18n";
import { inWords, said } from "../../lib/messageWords";
import { fullWhen } from "../../lib/time";
import { useServerNow } from "../../live/session";
import { Icon } from "../../ui/Icon";
import { MessageText } from "../../ui/MessageText";
import styles from "./Edited.module.css";

/** That a message was edited; what it said before is there for who asks. */
export function Edited({ item: { editedAt = "", earlier = [] } }: { item: TimelineItem }) {
  const t = useT();
  const now = useServerNow(60_000);
  const when = (instant: string) => fullWhen(currentLocale(), now, instant);
  const edited = t("message.changed");
  if (earlier.length === 0)
    return (
      <span className={styles.edited} title={t("message.changedAt", { time: when(editedAt) })}>
        {edited}
      </span>
    );
  return (
    <details className={styles.edited}>
      <summary title={t("message.changedAt", { time: when(editedAt) })}>
        {edited}
        <span className="sr">, {t("earlier.count", { count: earlier.length })}</span>
        <Icon of={ChevronRight} size={12} />
      </summary>
      <ol className={styles.earlier} aria-label={t("earlier.list")}>
        {earlier.map(({ content, until }) => (
          <li key={until} dir="auto">
            {content.type === "text" ? <MessageText text={content.text} /> : inWords(said(content), t)}
            <small>{t("earlier.until", { time: when(until) })}</small>
          </li>
        ))}
      </ol>
    </details>
  );
}
