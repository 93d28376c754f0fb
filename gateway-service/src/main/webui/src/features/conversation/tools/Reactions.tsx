import type { Reaction } from "../../../api/types";
import { currentLanguage, currentLocale, useT } from "../../../i18n";
import { cx } from "../../../lib/cx";
import { failureInWords } from "../failures";
import styles from "./Reactions.module.css";

/** Of how far it has come: one that did not arrive stands apart. */
const isFailed = ({ status }: Reaction): boolean => status === "failed";

/** The emojis that stand on a message, each once, with how often and by whom; and the one that did not arrive. */
export function Reactions({ reactions, customer }: { reactions: readonly Reaction[]; customer: string }) {
  const t = useT();
  const list = new Intl.ListFormat(currentLocale(), { type: "conjunction" });
  const language = currentLanguage();
  const groups = new Map<string, readonly Reaction[]>();
  for (const reaction of reactions) {
    const key = `${reaction.emoji} ${isFailed(reaction)}`;
    groups.set(key, [...(groups.get(key) ?? []), reaction]);
  }
  return (
    <ul className={styles.reactions} aria-label={t("reactions.list")}>
      {[...groups].map(([key, all]) => {
        const [{ emoji, error } = reactions[0]!] = all;
        const names = list.format(all.map(({ by, sender }) => (by ?? sender)?.name ?? customer));
        const failed = all.some(isFailed);
        const whose = failed
          ? t("reactions.notSet", { emoji, names, reason: failureInWords(error, language).why })
          : t("reactions.from", { emoji, names });
        return (
          <li key={key} title={whose} className={cx(failed && styles.failed)}>
            <span className="sr">{whose}</span>
            <span aria-hidden="true">{emoji}</span>
            {failed && <b aria-hidden="true">!</b>}
            {all.length > 1 && <b aria-hidden="true">{all.length}</b>}
          </li>
        );
      })}
    </ul>
  );
}
