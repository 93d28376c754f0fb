import { Megaphone } from "lucide-react";
import type { Uuid } from "../../../api/types";
import { useT } from "../../../i18n";
import { useServerNow } from "../../../live/session";
import { Icon } from "../../../ui/Icon";
import styles from "./FreeChip.module.css";
import { sentence } from "./sentence";
import { useFreeEntry } from "./useFreeEntry";

/** That messages to a customer who came by an ad cost nothing, and until when; nothing where they do. */
export function FreeEntryText({ id, className }: { id: Uuid; className: string | undefined }) {
  const t = useT();
  const now = useServerNow(30_000);
  const entry = useFreeEntry(id);
  return (
    entry && (
      <p className={className}>
        <span className={styles.inLine}>
          <Icon of={Megaphone} size={14} />
        </span>{" "}
        {sentence(entry, now, t)}
      </p>
    )
  );
}
