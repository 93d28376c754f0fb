import { useState } from "react";
import type { Conversation } from "../../../api/types";
import { useT } from "../../../i18n";
import { useInbox } from "../../../live/session";
import { type AskKind, type Draft, EMPTY, outlined, shownOf, wanted } from "./drafts";
import { Fields } from "./Fields";
import { MessageDialog } from "./MessageDialog";

interface AskDialogProps {
  row: Conversation;
  kind: AskKind;
  onClose: () => void;
}

/** Asks something that is answered by pressing something, or sends a place or a contact card. */
export function AskDialog({ row, kind, onClose }: AskDialogProps) {
  const t = useT();
  const inbox = useInbox();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const content = wanted(kind, draft);
  return (
    <MessageDialog
      title={t(`ask.kind.${kind}`)}
      content={content}
      shown={outlined(kind, draft)}
      onSend={() => content && inbox.send(row.id, content, shownOf(content))}
      onClose={onClose}
    >
      <Fields
        kind={kind}
        draft={draft}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
      />
    </MessageDialog>
  );
}
