import { PanelLeft } from "lucide-react";
import { Link } from "@tanstack/react-router";
import { VIEWS } from "../../api/types";
import { useT } from "../../i18n";
import { cx } from "../../lib/cx";
import { useCounts } from "../../live/session";
import { IconButton } from "../../ui/IconButton";
import styles from "./ConversationList.module.css";
import { ConversationRows, type RowsProps } from "./ConversationRows";
import { NumberMenu } from "./NumberMenu";
import { shownCount } from "./ViewList";

interface ListProps extends RowsProps {
  onShowViews: () => void;
  onNumber: (number: string) => void;
}

export function ConversationList({ onShowViews, onNumber, ...props }: ListProps) {
  const { view, number } = props;
  const t = useT();
  const counts = useCounts();
  const count = number === null ? counts?.[view] : undefined;

  return (
    <nav className={styles.list} aria-label={t("nav.conversations")} data-pane="list" id="conversations">
      <header className={styles.head}>
        <IconButton
          label={t("nav.views.open")}
          icon={PanelLeft}
          className={styles.showViews}
          onPress={onShowViews}
        />
        <h1>{t(`view.${view}`)}</h1>
        {count !== undefined && (
          <span className={styles.count}>
            {t(view === "resolved" ? "view.resolvedCount" : "view.open", { count })}
          </span>
        )}
        <NumberMenu number={number} onChoose={onNumber} />
      </header>
      <ul className={styles.chips}>
        {VIEWS.map((name) => (
          <li key={name}>
            <Link
              to="/inbox/$view"
              params={{ view: name }}
              className={cx(styles.chip, name === view && styles.chipOn)}
              aria-current={name === view ? "page" : undefined}
            >
              {t(`view.${name}`)} {counts && name !== "resolved" && shownCount(counts[name])}
            </Link>
          </li>
        ))}
      </ul>
      <ConversationRows key={number} {...props} />
    </nav>
  );
}
