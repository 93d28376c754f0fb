import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "../../i18n";
import { cx } from "../../lib/cx";
import { Icon } from "../../ui/Icon";
import styles from "./Trouble.module.css";

/** Under a message: what is the matter with it, and what can be done. */
export function Trouble(props: { calm?: boolean; text: ReactNode; choices?: boolean; children?: ReactNode }) {
  const { calm, text, choices, children } = props;
  return (
    <div className={cx(styles.trouble, calm && styles.calm)}>
      {!calm && <Icon of={CircleAlert} size={13} />}
      <span>{text}</span>
      {choices ? <span className={styles.choices}>{children}</span> : children}
    </div>
  );
}

/** It waits for the line, and was never sent: it can still be taken back. */
export function Held({ onCancel }: { onCancel: () => void }) {
  const t = useT();
  return (
    <Trouble calm text={t("unsent.held")}>
      <button type="button" onClick={onCancel}>
        {t("unsent.cancel")}
      </button>
    </Trouble>
  );
}
