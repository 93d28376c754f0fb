import type { NumberLimitation } from "../../api/types";
import { useT } from "../../i18n";
import styles from "./NumberPage.module.css";
import { whenOf } from "./words";

/** What cannot be done, what that means for the team, and what to do about it. */
export function Limitations({ limitations }: { limitations: readonly NumberLimitation[] }) {
  const t = useT();
  if (limitations.length === 0) return null;
  return (
    <ul className={styles.limitations} aria-label={t("number.limitations")}>
      {limitations.map((limitation, index) => (
        <li key={`${limitation.kind} ${index}`}>
          <b>{t(`number.kind.${limitation.kind}`)}</b>
          <p>
            {t(`number.kind.${limitation.kind}.effect`)} {whenOf(limitation, t)}
          </p>
          <p>{t(`number.kind.${limitation.kind}.do`)}</p>
          {limitation.remedy && (
            <blockquote dir="auto">{t("number.remedy", { words: limitation.remedy })}</blockquote>
          )}
        </li>
      ))}
    </ul>
  );
}
