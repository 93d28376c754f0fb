import { TimerOff } from "lucide-react";
import { currentLocale, useT } from "../../i18n";
import { useIsPast, useServerNow } from "../../live/session";
import { cx } from "../../lib/cx";
import { fullWhen, hoursAndMinutes, longWhen, spokenDuration } from "../../lib/time";
import { Icon } from "../../ui/basics";
import styles from "./conversation.module.css";

const WHOLE = 24 * 3_600_000;
const CLOSING_SOON = 4 * 3_600_000;
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
  const left = Math.max(0, Date.parse(expiresAt) - now);
  const { hours, minutes } = hoursAndMinutes(left);
  const short =
    hours > 0
      ? t("duration.short.hm", { hours, minutes })
      : minutes > 0
        ? t("duration.short.m", { minutes })
        : t("duration.short.soon");
  const share = Math.min(1, left / WHOLE);
  const spoken = spokenDuration(locale, left) ?? t("duration.soon");
  return (
    <span
      className={cx(styles.window, left < CLOSING_SOON && styles.hot)}
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
      <span aria-hidden="true">{short}</span>
      <span className="sr">{t("window.left", { time: spoken })}</span>
    </span>
  );
}
