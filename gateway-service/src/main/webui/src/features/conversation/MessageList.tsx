import { ArrowDown, CircleAlert, TimerOff } from "lucide-react";
import {
  type KeyboardEvent,
  memo,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Conversation, HistoryItem } from "../../api/types";
import { currentLocale, Rich, useT } from "../../i18n";
import { clockTime, dayName, longWhen } from "../../lib/time";
import { useCan, useInbox, useIsPast, useServerNow, useSession, useThread } from "../../live/session";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Icon } from "../../ui/Icon";
import { lateClass, Skeleton } from "../../ui/Skeleton";
import { Bubble } from "./Bubble";
import type { Settle } from "./Doubt";
import { NoteCard } from "./NoteCard";
import { unreadBegin } from "../../live/unread";
import { entriesOf, type ThreadEntry } from "./entries";
import { Happening, pictureOf } from "./Happening";
import styles from "./MessageList.module.css";
import type { Actions } from "./useActions";

const LOAD_BEFORE = 600;
const AT_END = 60;

/** The messages of a conversation, with notes and system lines between them. */
export function MessageList({
  row,
  id,
  actions,
}: {
  row: Conversation | null;
  id: string;
  actions: Actions;
}) {
  const t = useT();
  const can = useCan();
  const inbox = useInbox();
  const { me } = useSession();
  const thread = useThread(id);
  const windowClosed = useIsPast(row?.windowExpiresAt);
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const placed = useRef(false);
  const anchor = useRef<{ key: string; top: number } | null>(null);
  const [away, setAway] = useState(false);
  const [missed, setMissed] = useState(0);

  const ready = thread?.state === "ready";
  // What was unread when it was opened stays marked until it is left.
  const [unreadFrom, setUnreadFrom] = useState<{ sequence: number; count: number } | null | undefined>(
    undefined,
  );
  if (unreadFrom === undefined && ready && row) setUnreadFrom(unreadBegin(thread.items, row.unread));

  const entries = useMemo(
    () => (thread && ready ? entriesOf(thread, me, unreadFrom ?? null) : []),
    [thread, ready, me, unreadFrom],
  );

  const onWriteAgain = useCallback((text: string) => inbox.drafts.giveBack(id, "reply", text), [inbox, id]);
  const onCancel = useCallback((unsent: string) => inbox.cancel(id, unsent), [inbox, id]);

  const onSettle = can("conversation.reply") && row?.assignee?.id === me.id ? actions.settleDoubt : null;

  const remember = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const top = element.scrollTop;
    const lines = element.querySelectorAll<HTMLElement>("[data-key]");
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const line = lines[middle]!;
      if (line.offsetTop + line.offsetHeight > top) high = middle;
      else low = middle + 1;
    }
    const line = lines[low];
    anchor.current = line ? { key: line.dataset["key"] ?? "", top: line.offsetTop - top } : null;
  }, []);

  const frame = useRef(0);
  const onScroll = () => {
    if (frame.current) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      const element = scroller.current;
      if (!element) return;
      const left = element.scrollHeight - element.clientHeight - element.scrollTop;
      atEnd.current = left < AT_END;
      setAway(left > 300);
      if (atEnd.current) setMissed(0);
      remember();
      if (element.scrollTop < LOAD_BEFORE && thread?.olderCursor) void inbox.loadOlder(id);
    });
  };
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const count = useRef({ messages: 0, unsent: 0 });
  // Keeps the eye where it is: at the end while at the end, else at the line that was first on the screen.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !ready) return;
    const messages = thread.items.length;
    const grown = messages - count.current.messages;
    const sent = thread.unsent.length > count.current.unsent;
    count.current = { messages, unsent: thread.unsent.length };
    if (!placed.current) {
      placed.current = true;
      const separator = element.querySelector<HTMLElement>("[data-key=new]");
      element.scrollTop = separator ? separator.offsetTop - 80 : element.scrollHeight;
      atEnd.current = element.scrollHeight - element.clientHeight - element.scrollTop < AT_END;
    } else if (atEnd.current || sent) {
      element.scrollTop = element.scrollHeight;
      atEnd.current = true;
    } else if (anchor.current) {
      const line = element.querySelector<HTMLElement>(`[data-key="${CSS.escape(anchor.current.key)}"]`);
      const moved = line ? line.offsetTop - element.scrollTop - anchor.current.top : 0;
      if (moved !== 0) element.scrollTop += moved;
      if (grown > 0 && moved === 0) setMissed((before) => before + grown);
    }
    remember();
    // A short first page leaves room for more.
    if (thread.olderCursor && element.scrollHeight < element.clientHeight + LOAD_BEFORE)
      void inbox.loadOlder(id);
  }, [entries, ready, thread, remember, inbox, id]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const toEnd = () => {
    const element = scroller.current;
    element?.scrollTo({ top: element.scrollHeight, behavior: "smooth" });
    setMissed(0);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const all = [...(scroller.current?.querySelectorAll<HTMLElement>("[data-entry]") ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = at < 0 ? all.at(-1) : all[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) {
      next.focus();
      event.preventDefault();
    }
  };

  return (
    <div className={styles.messagesFrame}>
      <div
        ref={scroller}
        className={styles.messages}
        role="log"
        aria-label={t("thread.messages")}
        aria-live="off"
        aria-busy={!ready}
        tabIndex={0}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        data-thread
        id="messages"
      >
        {ready ? (
          <>
            <div className={styles.top}>
              {thread.loadingMore === "older" ? (
                <span role="status" className="sr">
                  {t("thread.older")}
                </span>
              ) : (
                thread.olderCursor === null && entries.length > 0 && <small>{t("thread.start")}</small>
              )}
            </div>
            {entries.map((entry) => (
              <Line
                key={entry.key}
                entry={entry}
                onWriteAgain={onWriteAgain}
                onCancel={onCancel}
                onSettle={onSettle}
              />
            ))}
            {row?.status === "open" && windowClosed && row.windowExpiresAt && (
              <WindowEnded at={row.windowExpiresAt} />
            )}
          </>
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
      {away && (
        <button type="button" className={styles.toEnd} onClick={toEnd} aria-label={t("thread.toEnd")}>
          <ArrowDown size={16} aria-hidden="true" />
          {missed > 0 && <span>{missed}</span>}
        </button>
      )}
      <Announcer id={id} />
    </div>
  );
}

interface LineProps {
  entry: ThreadEntry;
  onWriteAgain: (text: string) => void;
  onCancel: (unsent: string) => void;
  onSettle: Settle | null;
}

const Line = memo(function Line({ entry, onWriteAgain, onCancel, onSettle }: LineProps) {
  const t = useT();
  switch (entry.kind) {
    case "day":
      return <DayLine at={entry.at} entryKey={entry.key} />;
    case "new":
      return (
        <div className={styles.newLine} data-key={entry.key} role="separator">
          <span>{t("thread.new", { count: entry.count })}</span>
        </div>
      );
    case "message":
      return (
        <div data-key={entry.key} className={styles.entry}>
          <Bubble
            item={entry.item}
            local={entry.local}
            first={entry.first}
            last={entry.last}
            onWriteAgain={onWriteAgain}
            onCancel={onCancel}
            onSettle={onSettle}
          />
        </div>
      );
    case "note":
      return (
        <div data-key={entry.key} className={styles.entry}>
          <NoteCard note={entry.note} local={entry.local} onCancel={onCancel} />
        </div>
      );
    case "system":
      return <SystemLines items={entry.items} entryKey={entry.key} />;
  }
}, sameEntry);

function sameEntry(a: LineProps, b: LineProps): boolean {
  if (a.onWriteAgain !== b.onWriteAgain || a.onCancel !== b.onCancel || a.onSettle !== b.onSettle)
    return false;
  const [one, two] = [a.entry, b.entry];
  if (one.kind === "message" && two.kind === "message") {
    return (
      one.item === two.item && one.local === two.local && one.first === two.first && one.last === two.last
    );
  }
  if (one.kind === "note" && two.kind === "note") return one.note === two.note && one.local === two.local;
  if (one.kind === "day" && two.kind === "day") return one.at === two.at;
  return false;
}

function DayLine({ at, entryKey }: { at: string; entryKey: string }) {
  const t = useT();
  const now = useServerNow(60_000);
  const words = { today: t("time.today"), yesterday: t("time.yesterday") };
  return (
    <div className={styles.day} data-key={entryKey} role="separator">
      <span>{dayName(currentLocale(), now, Date.parse(at), words)}</span>
    </div>
  );
}

function SystemLines({ items, entryKey }: { items: HistoryItem[]; entryKey: string }) {
  const t = useT();
  const [all, setAll] = useState(false);
  const shown = all || items.length <= 2 ? items : items.slice(-2);
  return (
    <div className={styles.system} data-key={entryKey}>
      {shown.length < items.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {t("system.more", { count: items.length - shown.length })}
        </button>
      )}
      {shown.map((item) => (
        <p key={`${item.kind} ${item.at}`}>
          <Icon of={pictureOf(item.kind)} size={13} />
          <span>
            <Happening item={item} place="system" t={t} /> · {clockTime(currentLocale(), item.at)}
          </span>
        </p>
      ))}
    </div>
  );
}

function WindowEnded({ at }: { at: string }) {
  return (
    <div className={styles.system} data-key="window-ended">
      <p>
        <Icon of={TimerOff} size={13} />
        <span>
          <Rich k="system.windowClosed" values={{ time: longWhen(currentLocale(), at) }} />
        </span>
      </p>
    </div>
  );
}

const SHAPES = [
  ["in", "52%", 44],
  ["out", "60%", 64],
  ["out", "40%", 44],
  ["in", "46%", 44],
] as const;

function BubbleSkeletons({ label }: { label: string }) {
  return (
    <div className={`${styles.fill} ${styles.skeletons} ${lateClass}`} role="status" aria-label={label}>
      {SHAPES.map(([side, width, height], index) => (
        <div
          key={index}
          className={side === "in" ? styles.skeletonIn : styles.skeletonOut}
          aria-hidden="true"
        >
          <Skeleton width={width} height={height} />
        </div>
      ))}
    </div>
  );
}

/** Says aloud what customers write here, at most once in five seconds, and nothing else. */
function Announcer({ id }: { id: string }) {
  const t = useT();
  const thread = useThread(id);
  const [said, setSaid] = useState("");
  const newest = useRef<number | null>(null);
  const waiting = useRef<{ name: string; text: string }[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    if (thread?.state !== "ready") return;
    const before = newest.current;
    newest.current = Math.max(before ?? 0, thread.lastSequence);
    if (before === null) return;
    for (const item of thread.items) {
      if (item.sequence > before && item.direction === "inbound") {
        waiting.current.push({ name: item.author.name ?? "", text: item.content.text ?? "" });
      }
    }
    if (waiting.current.length === 0 || timer.current !== undefined) return;
    const say = () => {
      const batch = waiting.current.splice(0);
      timer.current = undefined;
      if (batch.length === 0) return;
      const only = batch.length === 1 ? batch[0] : undefined;
      setSaid(only ? t("thread.announce", only) : t("thread.announceMany", { count: batch.length }));
      timer.current = setTimeout(say, 5_000);
    };
    say();
  }, [thread, t]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <div className="sr" aria-live="polite">
      {said}
    </div>
  );
}
