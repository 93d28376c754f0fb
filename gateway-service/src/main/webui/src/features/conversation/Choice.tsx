import { ListChecks, MousePointerClick } from "lucide-react";
import type { ContentOf } from "../../api/types";
import { type Key, useT } from "../../i18n";
import { Mark } from "./Mark";
import styles from "./Choice.module.css";

/** What a customer pressed or chose. The question stands above it, where it is known. */
export function Choice({ content }: { content: ContentOf<"choice"> }) {
  const t = useT();
  const { text, description, of } = content;
  return (
    <>
      <Mark icon={of === "list" ? ListChecks : MousePointerClick}>{t(`choice.${of}` as Key)}</Mark>
      <span className={styles.chosen}>{text.trim() || t("said.nothing")}</span>
      {description && (
        <>
          <br />
          <span className={styles.description} dir="auto">
            {description}
          </span>
        </>
      )}
    </>
  );
}
