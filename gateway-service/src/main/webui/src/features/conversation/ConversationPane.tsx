import { EyeOff, MessageSquare, SearchX } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useT } from "../../i18n";
import { called } from "../../lib/called";
import { useShortcut } from "../../lib/shortcuts";
import { useCan, useConversation, useInbox, useSession, useThread } from "../../live/session";
import { EmptyState } from "../../ui/EmptyState";
import { part } from "../../ui/part";
import { Composer } from "./Composer";
import styles from "./ConversationPane.module.css";
import { MessageList } from "./MessageList";
import { ThreadHeader, ThreadHeaderSkeleton } from "./ThreadHeader";
import { useActions } from "./useActions";
import { type Viewed, ViewFile } from "./viewing";
import { withMediaTexts } from "./media/texts";

const Confirm = part(() => import("../../ui/Confirm").then(({ Confirm }) => Confirm));

/** Nothing plays when a page is opened. */
const Heard = part(() => import("./Heard").then((it) => it.Heard));
const Viewer = part(() => withMediaTexts(() => import("./media/Viewer")).then(({ Viewer }) => Viewer));

export function NoConversation() {
  const t = useT();
  return (
    <main className={styles.pane} data-pane="thread" aria-label={t("thread.none.title")}>
      <Heard here={null} />
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
  /** The message that the address names. */
  linked: string | null;
  onUnlink: () => void;
}

/** One conversation: head, messages, and where to write. Drawn anew for each (`key`). */
export function ConversationPane(props: PaneProps) {
  const { id, onBack, onLeave, detailsShown, onDetails, linked, onUnlink } = props;
  const t = useT();
  const can = useCan();
  const inbox = useInbox();
  const { me } = useSession();
  const row = useConversation(id);
  const thread = useThread(id);
  const actions = useActions(onLeave);
  const [confirming, setConfirming] = useState(false);
  const [viewed, setViewed] = useState<Viewed | null>(null);
  const closeViewer = useCallback(() => setViewed(null), []);

  useEffect(() => {
    inbox.look(id);
    return () => inbox.look(null);
  }, [inbox, id]);

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
        <Heard here={id} />
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
      aria-label={row ? t("thread.region", { name: called(row.contact, t) }) : t("thread.loading")}
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
      <Heard here={id} />
      <ViewFile value={setViewed}>
        <MessageList row={row} id={id} actions={actions} linked={linked} onUnlink={onUnlink} />
      </ViewFile>
      {viewed !== null && <Viewer id={id} viewed={viewed} onView={setViewed} onClose={closeViewer} />}
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
