import type { NumberFact } from "../../api/types";
import { currentLocale, useT } from "../../i18n";
import { fullWhen } from "../../lib/time";
import { useServerNow } from "../../live/session";
import styles from "./NumberPage.module.css";
import { factWords } from "./words";

/** What holds of a number just now. */
export function Facts({ facts }: { facts: readonly NumberFact[] }) {
  const t = useT();
  const now = useServerNow(60_000);
  return (
    <section>
      <h3>{t("number.facts")}</h3>
      {facts.length === 0 && <p className={styles.quiet}>{t("number.facts.none")}</p>}
      <ul className={styles.lines}>
        {facts.map(({ fact, at, ofAccount }, index) => (
          <li key={`${fact.type} ${at} ${index}`}>
            <span dir="auto">{factWords(fact, t)}</span>
            <small>
              {t(ofAccount ? "number.since.account" : "number.since.number", {
                time: fullWhen(currentLocale(), now, at),
              })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
