import { LayoutTemplate, TimerOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Conversation } from "../../../api/types";
import { currentLanguage, useT } from "../../../i18n";
import { called, calledBriefly } from "../../../lib/called";
import { useShortcut } from "../../../lib/shortcuts";
import { useInbox, useSession } from "../../../live/session";
import { Button } from "../../../ui/Button";
import { Icon } from "../../../ui/Icon";
import { IconButton } from "../../../ui/IconButton";
import { Keys } from "../../../ui/Kbd";
import { BlockedCard } from "../BlockedCard";
import { useFreeUntil } from "../free/useFreeEntry";
import { TemplatePicker } from "./TemplatePicker";

function usePicker(row: Conversation): [() => void, ReactNode] {
  const t = useT();
  const inbox = useInbox();
  const { api } = useSession();
  const [choosing, setChoosing] = useState(false);
  const freeUntil = useFreeUntil(row.id);
  const choose = () => setChoosing(true);
  useShortcut("template", choose);
  return [
    choose,
    choosing && (
      <TemplatePicker
        to={called(row.contact, t)}
        of={["conversations", row.id]}
        contact={row.contact.id}
        conversation={row.id}
        phoneNumberId={row.phoneNumberId}
        freeUntil={freeUntil}
        load={(search) => api.templates(row.id, search, currentLanguage())}
        onSend={(content, shown) => {
          inbox.send(row.id, content, shown);
          setChoosing(false);
        }}
        onClose={() => setChoosing(false)}
      />
    ),
  ];
}

/** Beside the field: a template may be the better answer also while free text can be sent. */
export function TemplateButton({ row }: { row: Conversation }) {
  const t = useT();
  const [choose, picker] = usePicker(row);
  return (
    <>
      <IconButton label={t("offer.choose")} icon={LayoutTemplate} shortcut="template" onPress={choose} />
      {picker}
    </>
  );
}

/** Instead of the field: free text cannot be sent any more, and a template can. */
export function ClosedCard({
  row,
  draft,
  children,
}: {
  row: Conversation;
  draft: string;
  children: ReactNode;
}) {
  const t = useT();
  const [choose, picker] = usePicker(row);
  const time = useFreeUntil(row.id);
  const why = t(!row.windowExpiresAt ? "closed.never" : "closed.text", {
    name: calledBriefly(row.contact, t),
  });
  return (
    <>
      <BlockedCard
        icon={TimerOff}
        tone="warn"
        title={t("closed.title")}
        text={time ? `${why} ${t("closed.free", { time })}` : why}
        draft={draft}
      >
        {children}
        <Button small variant="primary" onPress={choose}>
          <Icon of={LayoutTemplate} size={14} />
          {t("offer.choose")}
          <Keys of="template" />
        </Button>
      </BlockedCard>
      {picker}
    </>
  );
}
