import { MessageSquareReply } from "lucide-react";
import { useState } from "react";
import type { Conversation } from "../../api/types";
import { useT } from "../../i18n";
import { calledBriefly } from "../../lib/called";
import { useThread } from "../../live/session";
import { Icon } from "../../ui/Icon";
import styles from "./ComposerField.module.css";

/** The customer wrote while a reply was being written: said above the field, and nothing is asked. */
export function WroteAgain({ row, writing }: { row: Conversation; writing: boolean }) {
  const t = useT();
  const thread = useThread(row.id);
  const [since, setSince] = useState<number | null>(null);
  const newest = thread?.items.findLast((item) => item.direction === "inbound")?.sequence ?? 0;
  if (writing && since === null) setSince(newest);
  if (!writing && since !== null) setSince(null);
  if (since === null || newest <= since) return null;
  return (
    <p className={styles.again} role="status">
      <Icon of={MessageSquareReply} size={14} />
      {t("composer.wroteAgain", { name: calledBriefly(row.contact, t) })}
    </p>
  );
}
