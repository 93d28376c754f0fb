import type { Quoted, Uuid } from "../../api/types";
import { useT } from "../../i18n";
import { MessagePicture } from "../../lib/MessagePicture";
import { nameOf } from "../../lib/speaker";
import { hasPicture, inWords, said, shortened } from "../../lib/messageWords";
import styles from "./QuotedMessage.module.css";

interface QuotedMessageProps {
  quoted: Quoted;
  /** Whose message it is when no operator wrote it. */
  customer: string;
  onShow: (message: Uuid) => void;
}

/** The message that another one answers, in one line. It leads there. */
export function QuotedMessage({ quoted, customer, onShow }: QuotedMessageProps) {
  const t = useT();
  const name = quoted.author?.name ?? quoted.sender?.name ?? (quoted.speaker ? nameOf(quoted, t) : customer);
  const message = said(quoted.content);
  // One line shows no more, and who listens needs no more to know which it was.
  const words = shortened(inWords(message, t), 200);
  return (
    <button
      type="button"
      className={styles.quoted}
      dir="auto"
      aria-label={t("quote.goTo", { name, words })}
      onClick={() => onShow(quoted.messageId)}
    >
      <b>{name}</b>
      <span className={styles.words}>
        {hasPicture(message) && <MessagePicture message={message} size={13} />}
        <span>{words}</span>
      </span>
    </button>
  );
}
