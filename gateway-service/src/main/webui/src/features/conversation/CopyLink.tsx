import { Link2 } from "lucide-react";
import type { TimelineItem } from "../../api/types";
import { useT } from "../../i18n";
import { copyText } from "../../lib/clipboard";
import { Icon } from "../../ui/Icon";
import { toast } from "../../ui/Toasts";
import styles from "./CopyLink.module.css";

/** Copies the address under which a message is found; whoever opens it must be allowed to see it. */
export function CopyLink({ item }: { item: TimelineItem }) {
  const t = useT();
  const copy = () => {
    const link = new URL(`/inbox/all?c=${item.conversationId}&m=${item.id}`, location.origin).href;
    void copyText(link).then(
      () => toast(t("message.linkCopied")),
      () => toast(t("message.linkNotCopied", { link })),
    );
  };
  return (
    <button
      type="button"
      className={styles.copyLink}
      aria-label={t("message.copyLink")}
      title={t("message.copyLink")}
      onClick={copy}
    >
      <Icon of={Link2} size={14} />
    </button>
  );
}
