import { Megaphone } from "lucide-react";
import type { Uuid } from "../../../api/types";
import { currentLocale, useT } from "../../../i18n";
import { fullWhen } from "../../../lib/time";
import { useServerNow, useThread } from "../../../live/session";
import { Icon } from "../../../ui/Icon";
import styles from "./CustomerTab.module.css";
import { freeEntry } from "./freeEntry";

/** That messages to a customer who came by an ad cost nothing, and until when; nothing where they do. */
export function FreeEntryText({ id }: { id: Uuid }) {
  const t = useT();
  const now = useServerNow(30_000);
  const thread = useThread(id);
  const entry = freeEntry(thread?.items ?? [], now);
  if (!entry) return null;
  const time = fullWhen(currentLocale(), now, new Date(entry.until).toISOString());
  return (
    <p className={styles.text}>
      <Icon of={Megaphone} size={14} />{" "}
      {t(
        entry.kind === "offered"
          ? "details.free.offered"
          : entry.told
            ? "details.free.told"
            : "details.free.reckoned",
        { time },
      )}
    </p>
  );
}
