import { ClipboardList } from "lucide-react";
import type { ContentOf } from "../../../api/types";
import { useT } from "../../../i18n";
import { inWords, readableName, said } from "../../../lib/messageWords";
import { ContentCard } from "../ContentCard";
import styles from "./FormAnswers.module.css";

/** What a customer filled in. The platform's own word for it counts only where there is nothing else. */
export function FormAnswers({ content }: { content: ContentOf<"form"> }) {
  const t = useT();
  const { fields, text } = content;
  return (
    <ContentCard icon={ClipboardList} title={inWords(said(content), t)}>
      {fields.length > 0 ? (
        <dl className={styles.fields}>
          {fields.map(({ name, value }, index) => (
            <div key={index}>
              <dt dir="auto">{capital(readableName(name)) || name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        text && <span dir="auto">{text}</span>
      )}
    </ContentCard>
  );
}

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);
