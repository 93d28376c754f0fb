import { CircleAlert, SendHorizontal, X } from "lucide-react";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import type { Content, ReplyRequest } from "../../../api/types";
import { useT } from "../../../i18n";
import { Button } from "../../../ui/Button";
import { Dialog, DialogHead } from "../../../ui/Dialog";
import { Icon } from "../../../ui/Icon";
import { IconButton } from "../../../ui/IconButton";
import type { Keeping } from "../begun/begun";
import { MessageBody } from "../MessageBody";
import styles from "./Ask.module.css";

interface MessageDialogProps {
  title: string;
  /** What is to be filled in. */
  children: ReactNode;
  /** What stands above what the customer will see. */
  above?: ReactNode;
  /** What the customer will see, as far as it is known. */
  shown: Content | null | undefined;
  /** What is to be sent; null while something is missing. */
  content: ReplyRequest["content"] | null;
  keeping: Keeping;
  /** Whether it is on its way. */
  onSend: (content: ReplyRequest["content"]) => boolean;
}

/** Where a message is made up that is more than words; one sees what the customer will see. */
export function MessageDialog({
  title,
  children,
  above,
  shown,
  content,
  keeping: { open, hindered, refused, onSent, onClose },
  onSend,
}: MessageDialogProps) {
  const t = useT();
  const fields = useRef<HTMLDivElement>(null);
  // Not by `autoFocus`: a menu that just closed takes the focus back, and the dialog gives it to what it saw focused.
  useEffect(() => {
    if (open) fields.current?.querySelector<HTMLElement>("input, textarea")?.focus();
  }, [open]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (content && !hindered && onSend(content)) onSent(content);
  };
  if (!open) return null;
  const wrong = hindered ?? refused;
  return (
    <Dialog label={title} width={760} onClose={onClose}>
      <form onSubmit={send}>
        <DialogHead title={title}>
          <IconButton label={t("action.close")} icon={X} onPress={onClose} />
        </DialogHead>
        <div className={styles.parts}>
          <div className={styles.fields} ref={fields}>
            {children}
          </div>
          <section className={styles.preview} aria-label={t("ask.preview")}>
            {above}
            {shown && (
              <div className={styles.bubble} dir="auto">
                <MessageBody content={shown} />
              </div>
            )}
          </section>
        </div>
        <footer className={styles.foot}>
          {wrong && (
            <p className={styles.wrong} role="alert">
              <Icon of={CircleAlert} size={15} />
              {wrong}
            </p>
          )}
          <Button onPress={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" variant="primary" isDisabled={!content || hindered !== undefined}>
            <Icon of={SendHorizontal} size={15} />
            {t("ask.send")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
