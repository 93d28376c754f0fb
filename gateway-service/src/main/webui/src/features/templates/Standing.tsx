import type { Template } from "../../api/types";
import { type Key, useT } from "../../i18n";
import styles from "./Templates.module.css";

const GOOD = ["approved"];
const WAITING = ["pending", "in-appeal", "paused"];

/** Whether a template can be sent, and what customers think of it. */
export function Standing({ template: { status, quality } }: { template: Template }) {
  const t = useT();
  const mood = GOOD.includes(status) ? "ok" : WAITING.includes(status) ? "warn" : "danger";
  return (
    <span className={styles.line}>
      <em data-mood={mood} className={styles.standing}>
        {t(`template.status.${status}`)}
      </em>
      {quality && quality !== "UNKNOWN" && (
        <em className={styles.standing} data-mood={QUALITIES[quality] ?? "warn"}>
          {t(`template.quality.${quality}` as Key)}
        </em>
      )}
    </span>
  );
}

const QUALITIES: Partial<Record<string, string>> = { GREEN: "ok", YELLOW: "warn", RED: "danger" };
