import type { HistoryItem, HistoryKind } from "../../../api/types";
import { currentLocale, useT } from "../../../i18n";
import { cx } from "../../../lib/cx";
import { clockTime, dayName, daysBefore, fullWhen } from "../../../lib/time";
import { useInbox, useServerNow, useThread } from "../../../live/session";
import { Button } from "../../../ui/Button";
import { lateClass, Skeleton } from "../../../ui/Skeleton";
import { Happening, HappeningPicture } from "../Happening";
import styles from "./History.module.css";

const TONES: Partial<Record<HistoryKind, "reply" | "note" | "bad">> = {
  replied: "reply",
  "replied-anyway": "reply",
  "answer-settled-arrived": "reply",
  "answer-sent-again": "reply",
  resolved: "reply",
  "note-added": "note",
  "note-edited": "note",
  "note-deleted": "note",
  "delivery-failed": "bad",
  "delivery-unknown": "bad",
};
const toneOf = (kind: HistoryKind) => TONES[kind] ?? "plain";

/** Who did what, and when; newest first. */
export function History({ id, limit, onAll }: { id: string; limit?: number; onAll?: () => void }) {
  const t = useT();
  const inbox = useInbox();
  const thread = useThread(id);
  const now = useServerNow(60_000);
  const locale = currentLocale();
  if (!thread || (thread.historyState === "loading" && thread.history.length === 0)) {
    return (
      <div className={cx(styles.waiting, lateClass)} aria-hidden="true">
        <Skeleton width="80%" />
        <Skeleton width="64%" />
        <Skeleton width="72%" />
      </div>
    );
  }
  if (thread.historyState === "error" && thread.history.length === 0) {
    return (
      <div role="alert" className={styles.failed}>
        <p>{t("details.history.error")}</p>
        <Button small onPress={() => void inbox.loadHistory(id)}>
          {t("action.retry")}
        </Button>
      </div>
    );
  }
  if (thread.history.length === 0) return <p className={styles.text}>{t("details.history.empty")}</p>;
  const shown = thread.history.slice(0, limit);
  const words = { today: t("time.today"), yesterday: t("time.yesterday") };
  const heading = (item: HistoryItem, before: HistoryItem | undefined) =>
    limit === undefined && (!before || daysBefore(Date.parse(before.at), Date.parse(item.at)) !== 0)
      ? dayName(locale, now, Date.parse(item.at), words)
      : null;
  return (
    <>
      <ol className={styles.history} aria-label={t("details.history.list")}>
        {shown.map((item, index) => {
          const day = heading(item, shown[index - 1]);
          const when = limit === undefined ? clockTime(locale, item.at) : fullWhen(locale, now, item.at);
          return (
            <li key={item.id}>
              {day && <h2>{day}</h2>}
              <div>
                <span className={cx(styles.mark, styles[toneOf(item.kind)])}>
                  <HappeningPicture kind={item.kind} size={12} />
                </span>
                <span className={styles.what}>
                  <Happening item={item} place="history" t={t} />
                </span>
                <time dateTime={item.at}>{when}</time>
              </div>
            </li>
          );
        })}
      </ol>
      {limit === undefined && thread.historyCursor !== null && (
        <Button small onPress={() => void inbox.loadHistory(id, true)}>
          {t("details.history.older")}
        </Button>
      )}
      {limit !== undefined && thread.history.length > limit && (
        <button type="button" className={styles.all} onClick={onAll}>
          {t("details.all")}
        </button>
      )}
    </>
  );
}
