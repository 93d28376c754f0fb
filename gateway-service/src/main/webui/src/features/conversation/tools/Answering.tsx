import { X } from "lucide-react";
import { type RefObject, useEffect, useRef, useSyncExternalStore } from "react";
import type { Conversation } from "../../../api/types";
import { useT } from "../../../i18n";
import { called } from "../../../lib/called";
import type { Mode } from "../../../live/drafts";
import { useInbox } from "../../../live/session";
import { IconButton } from "../../../ui/IconButton";
import { QuotedMessage } from "../QuotedMessage";
import styles from "./Answering.module.css";
import { useTyping } from "./useTyping";

interface AnsweringProps {
  row: Conversation;
  field: RefObject<HTMLTextAreaElement | null>;
  /** Somebody wants to write. */
  onReply: (mode: Mode) => void;
}

/** The message that the next reply answers, above the field. And the customer sees that somebody types. */
export function Answering({ row, field, onReply }: AnsweringProps) {
  const t = useT();
  const inbox = useInbox();
  const quoted = useSyncExternalStore(inbox.subscribe, () => inbox.answering(row.id));
  useTyping(row, field);
  const latest = useRef(onReply);
  useEffect(() => {
    latest.current = onReply;
  });
  // Whoever chooses one wants to write. What is there when he comes takes the focus from nothing.
  const before = useRef(quoted);
  useEffect(() => {
    // The field is drawn and has the focus at once, which cannot be while this is.
    if (quoted && quoted !== before.current) queueMicrotask(() => latest.current("reply"));
    before.current = quoted;
  }, [quoted]);
  if (!quoted) return null;
  return (
    <div className={styles.answering} role="group" aria-label={t("answering.label")}>
      <span>
        <QuotedMessage
          quoted={quoted}
          customer={called(row.contact, t)}
          onShow={(message) => void inbox.showMessage(row.id, message)}
        />
      </span>
      <IconButton
        icon={X}
        label={t("answering.stop")}
        onPress={() => {
          inbox.answer(row.id);
          field.current?.focus();
        }}
      />
    </div>
  );
}
