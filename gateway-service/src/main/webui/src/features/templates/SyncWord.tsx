import type { TemplateList } from "../../api/types";
import { currentLocale, useT } from "../../i18n";
import { fullWhen } from "../../lib/time";
import { useServerNow } from "../../live/session";
import styles from "./Templates.module.css";

/** How fresh the list is; why it is not, when it could not be read. */
export function SyncWord({ sync }: { sync: TemplateList["sync"] | undefined }) {
  const t = useT();
  const now = useServerNow(60_000);
  if (!sync) return null;
  if (!sync.accountKnown) return <p className={styles.trouble}>{t("templates.noAccount")}</p>;
  // What WhatsApp said is shown as it said it; what the line said is for the log.
  const words = sync.error && (sync.error.detail ?? sync.error.title ?? String(sync.error.code));
  return (
    <>
      {(words || sync.reason) && (
        <p role="status" className={styles.trouble}>
          {words ? t("templates.stale", { words }) : t("templates.stale.noAnswer")}
        </p>
      )}
      <small>
        {sync.syncedAt
          ? t("templates.readAt", { time: fullWhen(currentLocale(), now, sync.syncedAt) })
          : t("templates.neverRead")}
      </small>
    </>
  );
}
