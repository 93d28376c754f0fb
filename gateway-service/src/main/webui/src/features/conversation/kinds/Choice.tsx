import { ListChecks, MousePointerClick } from "lucide-react";
import type { ContentOf } from "../../../api/types";
import { useT } from "../../../i18n";
import { Mark } from "../Mark";
import styles from "./Choice.module.css";

/** What a customer pressed or chose. The question stands above it, where it is known. */
export function Choice({ content }: { content: ContentOf<"choice"> }) {
  const t = useT();
  const { text, description, of } = content;
  return (
    <>
      {of === "list" ? (
        <Mark icon={ListChecks}>{t("choice.list")}</Mark>
      ) : (
        <Mark icon={MousePointerClick}>{t("choice.button")}</Mark>
      )}
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
