import type { ContactProfile } from "../../api/types";
import { currentLocale, useT } from "../../i18n";
import { fullWhen } from "../../lib/time";
import { useServerNow } from "../../live/session";
import styles from "./ContactPage.module.css";

/** By which numbers and ids the customer is known, since when and until when. */
export function Keys({ keys }: { keys: ContactProfile["keys"] }) {
  const t = useT();
  const now = useServerNow(60_000);
  const when = (instant: string) => fullWhen(currentLocale(), now, instant);
  return (
    <section>
      <h3>{t("contact.keys")}</h3>
      <ul className={styles.keys}>
        {keys.map((key) => (
          <li key={`${key.kind} ${key.value}`}>
            <b dir="ltr">{key.display}</b>
            <small>
              {t(`contact.key.${key.kind}`)} · {t("contact.key.first", { time: when(key.firstSeen) })} ·{" "}
              {key.supersededAt
                ? t("contact.key.until", { time: when(key.supersededAt) })
                : t("contact.key.last", { time: when(key.lastSeen) })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
