import { Megaphone } from "lucide-react";
import type { Uuid } from "../../../api/types";
import { useT } from "../../../i18n";
import { useServerNow } from "../../../live/session";
import { Icon } from "../../../ui/Icon";
import styles from "./FreeChip.module.css";
import { sentence } from "./sentence";
import { useFreeEntry } from "./useFreeEntry";

/** Beside the window: that messages cost nothing, which is no window of its own. */
export function FreeChip({ id }: { id: Uuid }) {
  const t = useT();
  const now = useServerNow(30_000);
  const entry = useFreeEntry(id);
  if (!entry) return null;
  const words = sentence(entry, now, t);
  return (
    <span className={styles.free} title={words}>
      <Icon of={Megaphone} size={14} />
      <span className={styles.short} aria-hidden="true">
        {t(`free.chip.${entry.kind}`)}
      </span>
      <span className="sr">{words}</span>
    </span>
  );
}
