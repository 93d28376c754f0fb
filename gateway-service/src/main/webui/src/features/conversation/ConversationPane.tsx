import { EyeOff, MessageSquare, SearchX } from "lucide-react";
import { useEffect, useState } from "react";
import { useT } from "../../i18n";
import { useShortcut } from "../../lib/shortcuts";
import { useCan, useConversation, useInbox, useSession, useThread } from "../../live/session";
import { EmptyState } from "../../ui/EmptyState";
import { part } from "../../ui/part";
import { Composer } from "./Composer";
import styles from "./ConversationPane.module.css";
import { MessageList } from "./MessageList";
import { ThreadHeader, ThreadHeaderSkeleton } from "./ThreadHeader";
import { useActions } from "./useActions";

const Confirm = part(() => import("../../ui/Confirm").then(({ Confirm }) => Confirm));

export function NoConversation() {
  const t = useT();
  return (
    <main className={styles.pane} data-pane="thread" aria-label={t("thread.none.title")}>
      <EmptyState icon={MessageSquare} title={t("thread.none.title")}>
        {t("thread.none.text")}
      </EmptyState>
    </main>
  );
}

interface PaneProps {
  id: string;
  onBack: () => void;
  /** Asked before the conversation is done with; what it returns opens the next one. */
  onLeave: (id: string) => () => void;
  detailsShown: boolean;
  onDetails: () => void;
}

/** One conversation: head, messages, and where to write. Drawn anew for each (`key`). */
export function ConversationPane({ id, onBack, onLeave, detailsShown, onDetails }: PaneProps) {
  const t = useT();
  const can = useCan();
  const inbox = useInbox();
  const { me } = useSession();
  const row = useConversation(id);
  const thread = useThread(id);
  const actions = useActions(onLeave);
  const [confirming, setConfirming] = useState(false);

  useEffect(() => {
    inbox.look(id);
    return () => inbox.look(null);
  }, [inbox, id]);
  useReading(id);

  const open = row?.status === "open";
  const shown = thread?.state === "ready";
  const held = row?.assignee && row.assignee.id !== me.id;
  useShortcut(
    "take",
    () => {
      if (!row) return;
      if (!row.assignee) void actions.take(row);
      else if (held && can("conversation.take-over")) setConfirming(true);
    },
    Boolean(open && can("conversation.take")),
  );
  useShortcut(
    "resolve",
    () => row && void actions.resolve(row),
    Boolean(open && shown && can("conversation.resolve")),
  );
  useShortcut(
    "reopen",
    () => row && void actions.reopen(row),
    Boolean(row && !open && can("conversation.resolve")),
  );

  if (thread?.state === "gone" || (thread?.state === "missing" && !row)) {
    const gone = thread.state === "gone";
    return (
      <main
        className={styles.pane}
        data-pane="thread"
        aria-label={t(gone ? "thread.gone.title" : "thread.missing.title")}
      >
        <EmptyState
          icon={gone ? EyeOff : SearchX}
          title={t(gone ? "thread.gone.title" : "thread.missing.title")}
        >
          {t(gone ? "thread.gone.text" : "thread.missing.text")}
        </EmptyState>
      </main>
    );
  }
  return (
    <main
      className={styles.pane}
      data-pane="thread"
      aria-label={row ? t("thread.region", { name: row.contact.name }) : t("thread.loading")}
    >
      {row ? (
        <ThreadHeader
          row={row}
          actions={actions}
          shown={shown}
          onTakeOver={() => setConfirming(true)}
          onBack={onBack}
          detailsShown={detailsShown}
          onDetails={onDetails}
        />
      ) : (
        <ThreadHeaderSkeleton />
      )}
      <MessageList row={row} id={id} actions={actions} />
      {row && shown && <Composer row={row} actions={actions} onTakeOver={() => setConfirming(true)} />}
      {confirming && row?.assignee && held && (
        <Confirm
          title={t("takeOver.title", { name: row.assignee.name })}
          text={t("takeOver.text", { name: row.assignee.name })}
          confirm={t("takeOver.confirm")}
          cancel={t("action.cancel")}
          onConfirm={() => void actions.takeOver(row)}
          onClose={() => setConfirming(false)}
        />
      )}
    </main>
  );
}

/** A conversation that is open in a visible window has been read. */
function useReading(id: string): void {
  const inbox = useInbox();
  const thread = useThread(id);
  const row = useConversation(id);
  const sequence = thread?.state === "ready" ? thread.lastSequence : 0;
  const known = row !== null;
  useEffect(() => {
    if (sequence === 0 || !known) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") timer = setTimeout(() => inbox.markRead(id, sequence), 250);
    };
    read();
    document.addEventListener("visibilitychange", read);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", read);
    };
  }, [inbox, id, sequence, known]);
}
