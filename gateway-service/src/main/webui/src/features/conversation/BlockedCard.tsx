import { FilePenLine, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "../../i18n";
import { cx } from "../../lib/cx";
import { Icon } from "../../ui/Icon";
import styles from "./BlockedCard.module.css";

/** Instead of the field: why one cannot reply, what can be done, and the draft, which is kept. */
export function BlockedCard(props: {
  face?: ReactNode;
  icon?: LucideIcon;
  tone?: "warn" | "ok" | "plain";
  title: string;
  text: string;
  draft: string;
  children: ReactNode;
}) {
  const t = useT();
  const { tone = "plain" } = props;
  return (
    <div className={styles.card} role="status">
      <div className={styles.cardTop}>
        {props.face ? (
          <span className={styles.pulse}>{props.face}</span>
        ) : (
          props.icon && (
            <span className={cx(styles.cardIcon, styles[tone])}>
              <Icon of={props.icon} size={18} />
            </span>
          )
        )}
        <p>
          <b>{props.title}</b>
          <small>{props.text}</small>
        </p>
        <span className={styles.cardActions}>{props.children}</span>
      </div>
      {props.draft.trim() !== "" && (
        <div className={styles.kept}>
          <Icon of={FilePenLine} size={14} />
          <span>{t("held.draft")}</span>
          <q dir="auto">{props.draft}</q>
        </div>
      )}
    </div>
  );
}
