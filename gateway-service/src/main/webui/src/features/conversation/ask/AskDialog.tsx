import { SendHorizontal, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Content, Conversation } from "../../../api/types";
import { useT } from "../../../i18n";
import { useInbox } from "../../../live/session";
import { Button } from "../../../ui/Button";
import { Dialog, DialogHead } from "../../../ui/Dialog";
import { Icon } from "../../../ui/Icon";
import { IconButton } from "../../../ui/IconButton";
import { MessageBody } from "../MessageBody";
import { type AskKind, type Draft, EMPTY, outlined, shownOf, wanted } from "./drafts";
import { Fields } from "./Fields";
import styles from "./Ask.module.css";

interface AskDialogProps {
  row: Conversation;
  kind: AskKind;
  onClose: () => void;
}

/** Makes up what is more than words; one sees what the customer will see. */
export function AskDialog({ row, kind, onClose }: AskDialogProps) {
  const t = useT();
  const inbox = useInbox();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const content = wanted(kind, draft);
  const shown = outlined(kind, draft);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!content) return;
    inbox.send(row.id, content, shownOf(content));
    onClose();
  };
  const title = t(`ask.kind.${kind}`);
  return (
    <Dialog label={title} width={760} onClose={onClose}>
      <form onSubmit={send}>
        <DialogHead title={title}>
          <IconButton label={t("action.close")} icon={X} onPress={onClose} />
        </DialogHead>
        <div className={styles.parts}>
          <div className={styles.fields}>
            <Fields
              kind={kind}
              draft={draft}
              onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
            />
          </div>
          <section className={styles.preview} aria-label={t("ask.preview")}>
            {shown && <Preview content={shown} />}
          </section>
        </div>
        <footer className={styles.foot}>
          <Button onPress={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" variant="primary" isDisabled={!content}>
            <Icon of={SendHorizontal} size={15} />
            {t("ask.send")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

const Preview = ({ content }: { content: Content }) => (
  <div className={styles.bubble} dir="auto">
    <MessageBody content={content} />
  </div>
);
