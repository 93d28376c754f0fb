import { CircleAlert, X } from "lucide-react";
import type { Conversation, ReplyRequest } from "../../../api/types";
import { useT } from "../../../i18n";
import { useInbox } from "../../../live/session";
import type { Refusal } from "../../../live/sending";
import { Button } from "../../../ui/Button";
import { Icon } from "../../../ui/Icon";
import { IconButton } from "../../../ui/IconButton";
import styles from "./RefusalNotice.module.css";
import { notResolvedSentence, refusalSentence } from "./sentences";

/** What was made up in a dialog, and was sent: it can be opened again as it was. */
export interface Mend {
  sent: ReplyRequest["content"];
  open: () => void;
}

export interface RefusalProps {
  row: Conversation;
  refusal: Refusal;
  title: string;
  onAgain: () => void;
  mend?: Mend | undefined;
}

/** Why the last reply did not go out, or why it is not resolved, until it is dismissed or something is done. */
export function RefusalNotice({ row, refusal, title, onAgain, mend }: RefusalProps) {
  const t = useT();
  const inbox = useInbox();
  const { problem, mode, lastSequence, again } = refusal;
  const sendAnyway = () => {
    const text = inbox.drafts.get(row.id, "reply").trim();
    if (lastSequence === null) return;
    if (text !== "") inbox.write(row.id, "reply", text, { lastSequence });
    if (again) inbox.send(row.id, again.content, again.shown, { lastSequence });
  };
  return (
    <div className={styles.refusal} role="alert">
      <Icon of={CircleAlert} size={16} />
      <p>
        <b>{title}</b>
        <span>{mode === "resolve" ? notResolvedSentence(problem, t) : refusalSentence(problem, t)}</span>
      </p>
      {lastSequence !== null && (
        <Button
          small
          onPress={() => {
            sendAnyway();
            onAgain();
          }}
        >
          {t("refused.sendAnyway")}
        </Button>
      )}
      {mend && again?.content === mend.sent && (
        <Button small onPress={mend.open}>
          {t("refused.mend")}
        </Button>
      )}
      <IconButton label={t("action.dismiss")} icon={X} onPress={() => inbox.dismissRefusal(row.id)} />
    </div>
  );
}
