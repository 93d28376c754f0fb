import { Link } from "@tanstack/react-router";
import { Timer, TimerOff } from "lucide-react";
import { memo, type KeyboardEvent } from "react";
import type { Conversation, Uuid, View } from "../../api/types";
import { currentLocale, type Translate, useT } from "../../i18n";
import { useConversation, useDraft, useServerNow, useSession } from "../../live/session";
import { cx } from "../../lib/cx";
import { firstName } from "../../lib/people";
import { hoursAndMinutes, shortWhen, spokenDuration } from "../../lib/time";
import { Avatar, Icon } from "../../ui/basics";
import { Ticks } from "../../ui/Ticks";
import styles from "./inbox.module.css";

const CLOSING_SOON = 4 * 3_600_000;

interface RowProps {
  id: Uuid;
  view: View;
  index: number;
  /** −1 while more exist than are loaded. */
  setSize: number;
  top: number;
  selected: boolean;
  tabStop: boolean;
  onOpen: (id: Uuid) => void;
  onKeyDown: (event: KeyboardEvent, id: Uuid) => void;
}

/** One conversation in the list. It draws itself anew when its own conversation changes, and only then. */
export const ConversationRow = memo(function ConversationRow(props: RowProps) {
  const { id, view, index, setSize, top, selected, tabStop } = props;
  const t = useT();
  const { me } = useSession();
  const row = useConversation(id);
  const draft = useDraft(id, "reply");
  const now = useServerNow(30_000);
  if (!row) return null;

  const locale = currentLocale();
  const when = shortWhen(locale, now, row.lastActivityAt, t("time.yesterday"));
  const left = row.windowExpiresAt ? Date.parse(row.windowExpiresAt) - now : 0;
  const showWindow = row.status === "open" && left < CLOSING_SOON;
  const holder = view === "mine" ? null : row.assignee;
  const unread = row.unread > 0;
  const beginsDraft = draft.trim() !== "" && !selected;

  return (
    <li
      className={styles.slot}
      style={{ transform: `translateY(${top}px)` }}
      aria-posinset={index + 1}
      aria-setsize={setSize}
    >
      <Link
        to="/inbox/$view"
        params={{ view }}
        search={{ c: id }}
        className={cx(
          styles.row,
          selected && styles.on,
          unread && styles.unread,
          !showWindow && !holder && styles.two,
        )}
        aria-current={selected ? "page" : undefined}
        tabIndex={tabStop ? 0 : -1}
        data-row={id}
        onClick={(event) => {
          // With a key held, the browser opens it elsewhere, and it is not opened here as well.
          if (!event.ctrlKey && !event.metaKey && !event.shiftKey) props.onOpen(id);
        }}
        onKeyDown={(event) => props.onKeyDown(event, id)}
        draggable={false}
      >
        <span className="sr">{nameOf(row, t, me.id, when, left, showWindow)}</span>
        <Avatar name={row.contact.name} initials={row.contact.initials} size={40} />
        <span className={styles.body} aria-hidden="true">
          <span className={styles.line}>
            <b dir="auto">{row.contact.name}</b>
            <time dateTime={row.lastActivityAt}>{when}</time>
          </span>
          <span className={styles.line}>
            <span className={styles.preview} dir="auto">
              {beginsDraft ? (
                <>
                  <i className={styles.draft}>{t("row.draft")}</i> {draft}
                </>
              ) : (
                <PreviewText row={row} me={me.id} t={t} />
              )}
            </span>
            {unread && <span className={styles.badge}>{row.unread > 99 ? "99+" : row.unread}</span>}
          </span>
          {(showWindow || holder) && (
            <span className={cx(styles.line, styles.third)}>
              {showWindow && (
                <span className={cx(styles.pill, left > 0 && styles.hot)}>
                  <Icon of={left > 0 ? Timer : TimerOff} size={12} />
                  {left > 0 ? t("pill.left", { time: shortLeft(left, t) }) : t("pill.closed")}
                </span>
              )}
              {holder && (
                <span className={styles.holder}>
                  <Avatar name={holder.name} operator={holder.id} size={18} />
                  {holder.id === me.id ? t("row.you") : firstName(holder.name)}
                </span>
              )}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
});

function PreviewText({ row, me, t }: { row: Conversation; me: Uuid; t: Translate }) {
  const { preview } = row;
  if (!preview) return t("row.noMessages");
  const text = preview.text ?? t("message.notShown");
  if (preview.direction === "inbound") return text;
  const by = preview.author.id === me ? t("row.you") : firstName(preview.author.name ?? t("message.system"));
  return (
    <>
      <Ticks status={preview.status ?? "queued"} /> <i>{t("row.by", { name: by })}</i> {text}
    </>
  );
}

export const shortLeft = (left: number, t: Translate): string => {
  const { hours, minutes } = hoursAndMinutes(left);
  if (hours > 0) return t("duration.short.hm", { hours, minutes });
  return minutes > 0 ? t("duration.short.m", { minutes }) : t("duration.short.soon");
};

function nameOf(
  row: Conversation,
  t: Translate,
  me: Uuid,
  when: string,
  left: number,
  showWindow: boolean,
): string {
  const text = row.preview ? (row.preview.text ?? t("message.notShown")) : t("row.noMessages");
  const spoken = spokenDuration(currentLocale(), left) ?? t("duration.soon");
  const parts = [
    row.contact.name,
    row.unread > 0 ? t("row.unread", { count: row.unread }) : null,
    when,
    text,
    showWindow ? (left > 0 ? t("row.windowCloses", { time: spoken }) : t("row.windowClosed")) : null,
    row.assignee && row.assignee.id !== me ? t("row.held", { name: row.assignee.name }) : null,
  ];
  return parts.filter(Boolean).join(", ");
}
