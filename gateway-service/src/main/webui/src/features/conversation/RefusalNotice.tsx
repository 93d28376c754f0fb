import { CircleAlert, X } from "lucide-react";
import type { Conversation } from "../../api/types";
import { useT } from "../../i18n";
import { useInbox, useRefusal } from "../../live/session";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/Icon";
import { IconButton } from "../../ui/IconButton";
import styles from "./RefusalNotice.module.css";
import { notResolvedSentence, refusalSentence } from "./refusals";

const REFUSED = { reply: "refused.title", note: "refused.note", resolve: "refused.resolve.title" } as const;

/** Why the last reply did not go out, or why it is not resolved, until it is dismissed or something is done. */
export function RefusalNotice({ row, onAgain }: { row: Conversation; onAgain: () => void }) {
  const t = useT();
  const inbox = useInbox();
  const refusal = useRefusal(row.id);
  if (!refusal) return null;
  const { problem, mode, lastSequence } = refusal;
  const sendAnyway = () => {
    const text = inbox.drafts.get(row.id, "reply").trim();
    if (lastSequence !== null && text !== "") inbox.write(row.id, "reply", text, { lastSequence });
  };
  return (
    <div className={styles.refusal} role="alert">
      <Icon of={CircleAlert} size={16} />
      <p>
        <b>{t(REFUSED[mode])}</b>
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
      <IconButton label={t("action.dismiss")} icon={X} onPress={() => inbox.dismissRefusal(row.id)} />
    </div>
  );
}
