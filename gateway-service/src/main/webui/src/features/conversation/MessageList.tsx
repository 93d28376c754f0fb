import { ArrowDown, CircleAlert } from "lucide-react";
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Conversation, Uuid } from "../../api/types";
import { useT } from "../../i18n";
import { called } from "../../lib/called";
import { useCan, useInbox, useIsPast, useSession, useThread } from "../../live/session";
import { unreadBegin } from "../../live/unread";
import { Button } from "../../ui/Button";
import { part } from "../../ui/part";
import { EmptyState } from "../../ui/EmptyState";
import { BubbleSkeletons } from "./BubbleSkeletons";
import { entriesOf, estimate } from "./entries";
import { Line } from "./Line";
import styles from "./MessageList.module.css";
import { placesOf } from "./places";
import type { Actions } from "./useActions";
import { useEntryFocus } from "./useEntryFocus";
import { useLeading } from "./useLeading";
import { useLinkedMessage } from "./useLinkedMessage";
import { useReading } from "./useReading";
import { useScroller } from "./useScroller";

/** What is read aloud is none of what is shown first. */
const Announcer = part(() => import("./Announcer").then((it) => it.Announcer));

interface MessageListProps {
  row: Conversation | null;
  id: Uuid;
  actions: Actions;
  /** The message that the address names. */
  linked: Uuid | null;
  /** The address is to name no message any more. */
  onUnlink: () => void;
}

/** The messages of a conversation, with notes and system lines between them. */
export function MessageList({ row, id, actions, linked, onUnlink }: MessageListProps) {
  const t = useT();
  const can = useCan();
  const inbox = useInbox();
  const { me } = useSession();
  const thread = useThread(id);
  const windowClosed = useIsPast(row?.windowExpiresAt);
  const found = useLinkedMessage(id, linked);
  const [places] = useState(() => placesOf(inbox));
  const [before] = useState(() => places.left(id));
  const log = useRef<HTMLDivElement>(null);

  const ready = thread?.state === "ready" && found !== "looking";
  useReading(id, ready && !thread.away);
  // What was unread when it was opened stays marked until it is left.
  const [unreadFrom, setUnreadFrom] = useState<{ sequence: number; count: number } | null | undefined>(
    undefined,
  );
  if (unreadFrom === undefined && ready && row) setUnreadFrom(unreadBegin(thread.newest, row.unread));

  const windowEnded = row?.status === "open" && windowClosed ? row.windowExpiresAt : undefined;
  const entries = useMemo(
    () => (thread && ready ? entriesOf(thread, me, unreadFrom ?? null, windowEnded ?? null) : []),
    [thread, ready, me, unreadFrom, windowEnded],
  );
  const hasEnd = thread?.newerCursor === null;
  // Where to begin is known when it is known what is unread.
  const drawable = ready && (unreadFrom !== undefined || row === null);
  const lines = useMemo(
    () =>
      drawable ? { keys: entries.map(({ key }) => key), estimates: entries.map(estimate), hasEnd } : null,
    [entries, drawable, hasEnd],
  );
  const { scroller, line, onScroll, goTo, reveal, lastSeen, atEnd, far, drawn } = useScroller(lines, {
    begin: (has) => {
      if (has("new")) return { key: "new", below: -80 };
      return before && before.place !== "end" && has(before.place.key) ? before.place : "end";
    },
    measured: before?.measured,
    onNear: (side) => {
      if (side === "older" && thread?.olderCursor) void inbox.loadOlder(id);
      if (side === "newer" && thread?.newerCursor) void inbox.loadNewer(id);
    },
    onLeave: (left) => places.leave(id, left),
  });
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      log.current = element;
      return scroller(element);
    },
    [scroller],
  );
  const focus = useEntryFocus({ log, entries, drawn, reveal, lastSeen });

  // Who left an older part on the screen and has something new comes back to what is new.
  const [isNews] = useState(linked === null && (row?.unread ?? 0) > 0);
  useEffect(() => {
    if (isNews) inbox.showNewest(id);
  }, [inbox, id, isNews]);

  const { marked, show } = useLeading({ id, thread, linked, found, entries, reveal, focus });

  // What one writes is what one sees.
  const unsent = thread?.unsent.length ?? 0;
  const [unsentBefore, setUnsentBefore] = useState(unsent);
  useEffect(() => {
    if (unsent > unsentBefore) goTo("end");
    setUnsentBefore(unsent);
  }, [unsent, unsentBefore, goTo]);

  const customer = row ? called(row.contact, t) : t("details.customer");
  const away = far || thread?.away === true;
  const newest = thread?.lastSequence ?? 0;
  // Up to where the newest was on the screen.
  const [seen, setSeen] = useState(newest);
  useEffect(() => {
    if (atEnd || seen === 0) setSeen(newest);
  }, [atEnd, newest, seen]);
  const missed = useMemo(
    () => (away ? (thread?.newest.filter(({ sequence }) => sequence > seen).length ?? 0) : 0),
    [away, thread, seen],
  );
  const toEnd = () => {
    inbox.showNewest(id);
    goTo("end");
    if (linked !== null) onUnlink();
  };

  const onWriteAgain = useCallback((text: string) => inbox.drafts.giveBack(id, "reply", text), [inbox, id]);
  const onCancel = useCallback((local: string) => inbox.cancel(id, local), [inbox, id]);
  const onSettle = can("conversation.reply") && row?.assignee?.id === me.id ? actions.settleDoubt : null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (focus.move(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
  };

  return (
    <div className={styles.messagesFrame}>
      <div
        ref={attach}
        className={styles.messages}
        role="log"
        aria-label={t("thread.messages")}
        aria-live="off"
        aria-busy={!ready}
        tabIndex={0}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onFocus={focus.onFocus}
        data-thread
        id="messages"
      >
        {ready ? (
          <div className={styles.flow}>
            <div style={{ height: drawn.above }} />
            {entries.slice(drawn.start, drawn.end).map((entry) => (
              <div
                key={entry.key}
                ref={line}
                className={styles.line}
                data-key={entry.key}
                data-linked={entry.key === marked || undefined}
              >
                <Line
                  entry={entry}
                  customer={customer}
                  onShow={show}
                  onWriteAgain={onWriteAgain}
                  onCancel={onCancel}
                  onSettle={onSettle}
                />
              </div>
            ))}
            <div style={{ height: drawn.below }} />
          </div>
        ) : thread?.state === "error" ? (
          <div role="alert" className={styles.fill}>
            <EmptyState
              icon={CircleAlert}
              title={t("thread.error.title")}
              action={<Button onPress={() => void inbox.openThread(id)}>{t("action.retry")}</Button>}
            >
              {t("thread.error.text")}
            </EmptyState>
          </div>
        ) : (
          <BubbleSkeletons label={t("thread.loading")} />
        )}
      </div>
      {ready && thread.loadingMore === "older" && (
        <span role="status" className="sr">
          {t("thread.older")}
        </span>
      )}
      {ready && (found === "missing" || found === "failed") && (
        <div className={styles.notice}>
          <p role="status">
            {t(`link.${found}`)}
            <button type="button" onClick={onUnlink}>
              {t("link.dismiss")}
            </button>
          </p>
        </div>
      )}
      {ready && away && (
        <button
          type="button"
          className={styles.toEnd}
          onClick={toEnd}
          aria-label={missed > 0 ? t("thread.toNew", { count: missed }) : t("thread.toEnd")}
        >
          <ArrowDown size={16} aria-hidden="true" />
          {missed > 0 && <span>{missed}</span>}
        </button>
      )}
      <Announcer id={id} />
    </div>
  );
}
