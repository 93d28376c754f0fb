import { Link } from "@tanstack/react-router";
import { Bot, Phone, Timer, TimerOff } from "lucide-react";
import { memo, type KeyboardEvent } from "react";
import type { Conversation, Uuid, View } from "../../api/types";
import { currentLocale, type Translate, useT } from "../../i18n";
import { longDuration, shortDuration } from "../../i18n/duration";
import { useConversation, useDraft, useServerNow, useSession } from "../../live/session";
import { called } from "../../lib/called";
import { cx } from "../../lib/cx";
import { firstName } from "../../lib/people";
import { nameOf as speakerOf, signatureOf } from "../../lib/speaker";
import { hasPicture, inWords } from "../../lib/messageWords";
import { numberLabel } from "../../lib/numbers";
import { isClosingSoon, windowLeft } from "../../lib/replyWindow";
import { shortWhen } from "../../lib/time";
import { Avatar } from "../../ui/Avatar";
import { Icon } from "../../ui/Icon";
import { part } from "../../ui/part";
import { Ticks } from "../../ui/Ticks";
import styles from "./ConversationRow.module.css";

/** Its place is kept until it is there. */
const MessagePicture = part(() =>
  import("../../lib/MessagePicture").then(({ MessagePicture }) => MessagePicture),
);

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

/** One conversation at its place in the list. Places change with every message, so that costs next to nothing. */
export function ConversationRow({ index, setSize, top, ...props }: RowProps) {
  return (
    <li
      className={styles.slot}
      style={{ transform: `translateY(${top}px)` }}
      aria-posinset={index + 1}
      aria-setsize={setSize}
    >
      <RowLink {...props} />
    </li>
  );
}

/** It draws itself anew when its own conversation changes, and only then. */
const RowLink = memo(function RowLink(props: Omit<RowProps, "index" | "setSize" | "top">) {
  const { id, view, selected, tabStop } = props;
  const t = useT();
  const { me, config } = useSession();
  const row = useConversation(id);
  const draft = useDraft(id, "reply");
  const now = useServerNow(30_000);
  if (!row) return null;

  const locale = currentLocale();
  const when = shortWhen(locale, now, row.lastActivityAt, t("time.yesterday"));
  const left = windowLeft(row.windowExpiresAt, now);
  const showWindow = row.status === "open" && isClosingSoon(left);
  const holder = view === "mine" ? null : row.assignee;
  const number = numberLabel(config, row.phoneNumberId);
  const unread = row.unread > 0;
  const beginsDraft = draft.trim() !== "" && !selected;

  return (
    <Link
      to="/inbox/$view"
      params={{ view }}
      search={{ c: id }}
      className={cx(
        styles.row,
        selected && styles.on,
        unread && styles.unread,
        !row.handledBy && !showWindow && !holder && !number && styles.two,
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
      <span className="sr">{nameOf(row, t, me.id, when, left, showWindow, number)}</span>
      <Avatar name={row.contact.name} initials={row.contact.initials} group={row.contact.group} size={40} />
      <span className={styles.body} aria-hidden="true">
        <span className={styles.line}>
          <b dir="auto">{called(row.contact, t)}</b>
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
        {(row.handledBy || showWindow || holder || number) && (
          <span className={cx(styles.line, styles.third)}>
            {row.handledBy && (
              <span className={styles.pill}>
                <Icon of={Bot} size={12} />
                {speakerOf({ speaker: row.handledBy }, t)}
              </span>
            )}
            {showWindow && (
              <span className={cx(styles.pill, left > 0 && styles.hot)}>
                <Icon of={left > 0 ? Timer : TimerOff} size={12} />
                {left > 0 ? t("pill.left", { time: shortDuration(left) }) : t("pill.closed")}
              </span>
            )}
            {number && (
              <span className={styles.number}>
                <Icon of={Phone} size={12} />
                <span>{number}</span>
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
  );
});

function PreviewText({ row, me, t }: { row: Conversation; me: Uuid; t: Translate }) {
  const { preview } = row;
  if (!preview) return t("row.noMessages");
  const text = (
    <>
      {hasPicture(preview) && (
        <span className={styles.kind}>
          <MessagePicture message={preview} size={14} />
        </span>
      )}
      {inWords(preview, t)}
    </>
  );
  const { author } = preview;
  if (preview.direction === "inbound")
    return row.contact.group && author.name ? (
      <>
        <i>{t("row.by", { name: firstName(author.name) })}</i> {text}
      </>
    ) : (
      text
    );
  const by =
    author.id === me
      ? t("row.you")
      : author.speaker
        ? signatureOf(author, t)
        : firstName(signatureOf(author, t));
  return (
    <>
      <Ticks status={preview.status ?? "queued"} /> <i>{t("row.by", { name: by })}</i> {text}
    </>
  );
}

function nameOf(
  row: Conversation,
  t: Translate,
  me: Uuid,
  when: string,
  left: number,
  showWindow: boolean,
  number: string | null,
): string {
  const { preview, contact } = row;
  const words = preview ? inWords(preview, t) : t("row.noMessages");
  const by = contact.group && preview?.direction === "inbound" ? preview.author.name : null;
  const text = by ? `${t("row.by", { name: by })} ${words}` : words;
  const parts = [
    called(contact, t),
    contact.group && t("row.group"),
    row.unread > 0 ? t("row.unread", { count: row.unread }) : null,
    when,
    text,
    showWindow
      ? left > 0
        ? t("row.windowCloses", { time: longDuration(left) })
        : t("row.windowClosed")
      : null,
    row.handledBy && t("handled.by", { name: speakerOf({ speaker: row.handledBy }, t) }),
    row.preview?.author.speaker && signatureOf(row.preview.author, t),
    row.assignee && row.assignee.id !== me ? t("row.held", { name: row.assignee.name }) : null,
    number && t("row.number", { number }),
  ];
  return parts.filter(Boolean).join(", ");
}
