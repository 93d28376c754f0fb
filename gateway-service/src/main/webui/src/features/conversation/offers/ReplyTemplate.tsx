import type { Conversation } from "../../../api/types";
import { currentLanguage, useT } from "../../../i18n";
import { called } from "../../../lib/called";
import { useInbox, useSession } from "../../../live/session";
import type { Keeping } from "../begun/begun";
import { useFreeUntil } from "../free/useFreeEntry";
import { TemplatePicker } from "./TemplatePicker";

/** The template that is chosen and filled in for the customer of a conversation. */
export function ReplyTemplate({
  row,
  open,
  hindered,
  refused,
  onSent,
  onClose,
}: { row: Conversation } & Keeping) {
  const t = useT();
  const inbox = useInbox();
  const { api } = useSession();
  const freeUntil = useFreeUntil(row.id);
  return (
    <TemplatePicker
      to={called(row.contact, t)}
      of={["conversations", row.id]}
      contact={row.contact.id}
      conversation={row.id}
      phoneNumberId={row.phoneNumberId}
      freeUntil={freeUntil}
      load={(search) => api.templates(row.id, search, currentLanguage())}
      open={open}
      hindered={hindered}
      refused={refused}
      onSend={(content, shown) => inbox.send(row.id, content, shown) && onSent(content)}
      onClose={onClose}
    />
  );
}
