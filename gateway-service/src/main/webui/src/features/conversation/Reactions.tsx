import type { Reaction } from "../../api/types";
import { currentLocale, useT } from "../../i18n";
import styles from "./Reactions.module.css";

/** The emojis that stand on a message, each once, with how often and by whom. */
export function Reactions({ reactions, customer }: { reactions: readonly Reaction[]; customer: string }) {
  const t = useT();
  const list = new Intl.ListFormat(currentLocale(), { type: "conjunction" });
  const names = new Map<string, string[]>();
  for (const { emoji, by, sender } of reactions)
    names.set(emoji, [...(names.get(emoji) ?? []), (by ?? sender)?.name ?? customer]);
  return (
    <ul className={styles.reactions} aria-label={t("reactions.list")}>
      {[...names].map(([emoji, by]) => {
        const whose = t("reactions.from", { emoji, names: list.format(by) });
        return (
          <li key={emoji} title={whose}>
            <span className="sr">{whose}</span>
            <span aria-hidden="true">{emoji}</span>
            {by.length > 1 && <b aria-hidden="true">{by.length}</b>}
          </li>
        );
      })}
    </ul>
  );
}
