import { Link } from "@tanstack/react-router";
import { CircleAlert, CircleCheck, CircleDashed, CircleUserRound, MessagesSquare } from "lucide-react";
import { type View, VIEWS } from "../../api/types";
import { shownNumber, useT } from "../../i18n";
import { cx } from "../../lib/cx";
import { useCounts } from "../../live/session";
import { Icon } from "../../ui/Icon";
import styles from "./ViewList.module.css";

const ICONS = {
  mine: CircleUserRound,
  unassigned: CircleDashed,
  all: MessagesSquare,
  failed: CircleAlert,
  resolved: CircleCheck,
};

export const shownCount = (count: number): string =>
  count >= 10_000 ? `${shownNumber(9_999)}+` : shownNumber(count);

export function ViewList({ view, onChosen }: { view: View; onChosen?: () => void }) {
  const t = useT();
  const counts = useCounts();
  return (
    <ul className={styles.views}>
      {VIEWS.map((name) => (
        <li key={name} className={name === "resolved" ? styles.apart : undefined}>
          <Link
            to="/inbox/$view"
            params={{ view: name }}
            className={cx(styles.view, name === view && styles.viewOn)}
            aria-current={name === view ? "page" : undefined}
            onClick={onChosen}
          >
            <Icon of={ICONS[name]} />
            <span>{t(`view.${name}`)}</span>
            {counts && name !== "resolved" && <b>{shownCount(counts[name])}</b>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
