import { Unplug } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "../../../i18n";
import { useCan } from "../../../live/session";
import { BlockedCard } from "../BlockedCard";

/** Instead of the field: the conversation's number is not ours any more, and how it becomes so again. */
export function RemovedCard({ draft, children }: { draft: string; children: ReactNode }) {
  const t = useT();
  const can = useCan();
  return (
    <BlockedCard
      icon={Unplug}
      tone="warn"
      title={t("removed.title")}
      text={t(can("number.manage") ? "removed.text.manage" : "removed.text")}
      draft={draft}
    >
      {children}
    </BlockedCard>
  );
}
