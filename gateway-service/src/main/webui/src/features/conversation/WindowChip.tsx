import { TimerOff } from "lucide-react";
import { currentLocale, useT } from "../../i18n";
import { longDuration, shortDuration } from "../../i18n/duration";
import { useIsPast, useServerNow } from "../../live/session";
import { cx } from "../../lib/cx";
import { isClosingSoon, WHOLE_WINDOW, windowLeft } from "../../lib/replyWindow";
import { fullWhen, longWhen } from "../../lib/time";
import { Icon } from "../../ui/Icon";
import styles from "./WindowChip.module.css";

const AROUND = 2 * Math.PI * 7;

/** How long the customer can still be answered freely: a ring that empties, by the server's clock. */
export function WindowChip({ expiresAt }: { expiresAt: string | undefined }) {
  const t = useT();
  const closed = useIsPast(expiresAt);
  const now = useServerNow(10_000);
  const locale = currentLocale();
  if (closed || !expiresAt) {
    const title = expiresAt ? t("window.closedAt", { time: longWhen(locale, expiresAt) }) : undefined;
    return (
      <span className={cx(styles.window, styles.off)} title={title}>
        <Icon of={TimerOff} size={16} />
        {t("window.closed")}
      </span>
    );
  }
  const left = windowLeft(expiresAt, now);
  const share = Math.min(1, left / WHOLE_WINDOW);
  return (
    <span
      className={cx(styles.window, isClosingSoon(left) && styles.hot)}
      title={t("window.until", { time: fullWhen(locale, now, expiresAt) })}
    >
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <circle className={styles.track} cx="9" cy="9" r="7" />
        <circle
          className={styles.ring}
          cx="9"
          cy="9"
          r="7"
          strokeDasharray={`${share * AROUND} ${AROUND}`}
          transform="rotate(-90 9 9)"
        />
      </svg>
      <span aria-hidden="true">{shortDuration(left)}</span>
      <span className="sr">{t("window.left", { time: longDuration(left) })}</span>
    </span>
  );
}
