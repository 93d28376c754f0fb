import { useState } from "react";
import type { Conversation } from "../../../api/types";
import { useT } from "../../../i18n";
import { useInbox } from "../../../live/session";
import type { Keeping } from "../begun/begun";
import { type AskKind, type Draft, EMPTY, outlined, shownOf, wanted } from "./drafts";
import { Fields } from "./Fields";
import { MessageDialog } from "./MessageDialog";

interface AskDialogProps extends Keeping {
  row: Conversation;
  kind: AskKind;
}

/** Asks something that is answered by pressing something, or sends a place or a contact card. */
export function AskDialog({ row, kind, ...keeping }: AskDialogProps) {
  const t = useT();
  const inbox = useInbox();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const content = wanted(kind, draft);
  return (
    <MessageDialog
      title={t(`ask.kind.${kind}`)}
      content={content}
      shown={outlined(kind, draft)}
      keeping={keeping}
      onSend={(made) => inbox.send(row.id, made, shownOf(made))}
    >
      <Fields
        kind={kind}
        draft={draft}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
      />
    </MessageDialog>
  );
}
