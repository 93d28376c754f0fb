import { LayoutTemplate, TimerOff } from "lucide-react";
import type { ReactNode } from "react";
import type { Conversation } from "../../../api/types";
import { useT } from "../../../i18n";
import { calledBriefly } from "../../../lib/called";
import { Button } from "../../../ui/Button";
import { Icon } from "../../../ui/Icon";
import { IconButton } from "../../../ui/IconButton";
import { Keys } from "../../../ui/Kbd";
import { BlockedCard } from "../BlockedCard";
import { useFreeUntil } from "../free/useFreeEntry";

/** Beside the field: a template may be the better answer also while free text can be sent. */
export function TemplateButton({ onChoose }: { onChoose: () => void }) {
  const t = useT();
  return (
    <IconButton label={t("offer.choose")} icon={LayoutTemplate} shortcut="template" onPress={onChoose} />
  );
}

/** Instead of the field: free text cannot be sent any more, and a template can. */
export function ClosedCard({
  row,
  draft,
  onChoose,
  children,
}: {
  row: Conversation;
  draft: string;
  onChoose: () => void;
  children: ReactNode;
}) {
  const t = useT();
  const time = useFreeUntil(row.id);
  const why = t(!row.windowExpiresAt ? "closed.never" : "closed.text", {
    name: calledBriefly(row.contact, t),
  });
  return (
    <BlockedCard
      icon={TimerOff}
      tone="warn"
      title={t("closed.title")}
      text={time ? `${why} ${t("closed.free", { time })}` : why}
      draft={draft}
    >
      {children}
      <Button small variant="primary" onPress={onChoose}>
        <Icon of={LayoutTemplate} size={14} />
        {t("offer.choose")}
        <Keys of="template" />
      </Button>
    </BlockedCard>
  );
}
