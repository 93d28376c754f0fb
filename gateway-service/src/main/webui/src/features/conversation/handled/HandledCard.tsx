import { Bot } from "lucide-react";
import type { ReactNode } from "react";
import type { Speaker } from "../../../api/types";
import { useT } from "../../../i18n";
import { nameOf } from "../../../lib/speaker";
import { Button } from "../../../ui/Button";
import { BlockedCard } from "../BlockedCard";

interface HandledCardProps {
  application: Speaker;
  /** What the customer is called. */
  customer: string;
  draft: string;
  onTakeOver: () => void;
  children: ReactNode;
}

/** Instead of the field: another application answers this customer, and what an answer of ours would mean. */
export function HandledCard({ application, customer, draft, onTakeOver, children }: HandledCardProps) {
  const t = useT();
  const name = nameOf({ speaker: application }, t);
  return (
    <BlockedCard
      icon={Bot}
      tone="warn"
      title={t("handled.title", { name, customer })}
      text={t("handled.text")}
      draft={draft}
    >
      {children}
      <Button small variant="primary" onPress={onTakeOver}>
        {t("handled.takeOver")}
      </Button>
    </BlockedCard>
  );
}
