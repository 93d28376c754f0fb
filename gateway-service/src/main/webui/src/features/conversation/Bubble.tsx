import { CircleAlert, Lock } from "lucide-react";
import { memo, useState } from "react";
import type { DoubtOutcome, Note, Settled, TimelineItem } from "../../api/types";
import { currentLocale, type Key, useT } from "../../i18n";
import { cx } from "../../lib/cx";
import { firstName } from "../../lib/people";
import { clockTime, fullWhen } from "../../lib/time";
import type { Unsent } from "../../live/store";
import { Avatar } from "../../ui/Avatar";
import { Icon } from "../../ui/Icon";
import { MessageText } from "../../ui/MessageText";
import { Ticks } from "../../ui/Ticks";
import { readable } from "./contents";
import styles from "./conversation.module.css";

interface BubbleProps {
  item: TimelineItem;
  local: Unsent["state"] | null;
  first: boolean;
  last: boolean;
  onWriteAgain: (text: string) => void;
  /** Takes back what was never sent. */
  onCancel: (id: string) => void;
  /** Decides about a message in doubt; `null` when that is not for this operator. */
  onSettle: Settle | null;
}

export type Settle = (item: TimelineItem, outcome: DoubtOutcome) => Promise<void>;

export const Bubble = memo(function Bubble(props: BubbleProps) {
  const { item, local, first, last, onWriteAgain, onCancel, onSettle } = props;
  const t = useT();
  const locale = currentLocale();
  const time = clockTime(locale, item.at);
  const inbound = item.direction === "inbound";
  const name = item.author.name ?? t("message.system");
  const status = ticksOf(local) ?? item.status;
  const statusText = t(`status.${status}` as Key);
  const { words, notShown } = readable(item.content, t);
  const body = (
    <div
      className={cx(
        styles.bubble,
        status === "waiting" && styles.pending,
        status === "failed" && styles.failed,
      )}
      dir="auto"
    >
      {notShown !== null && <em className={styles.unsupported}>{notShown}</em>}
      {words !== null && <MessageText text={words} />}
      <span className={styles.meta}>
        {item.late && <span className={styles.lateMark}>{t("message.late")}</span>}
        <time dateTime={item.at}>{time}</time>
        {!inbound && (
          <Ticks
            status={status}
            label={
              item.statusAt && !local
                ? t("status.at", { status: statusText, time: fullWhen(locale, Date.now(), item.statusAt) })
                : statusText
            }
          />
        )}
      </span>
    </div>
  );
  if (inbound) {
    return (
      <article
        className={cx(styles.message, styles.in, !first && styles.grouped)}
        aria-label={t("message.customer", { name, time })}
        tabIndex={-1}
        data-entry
      >
        {body}
      </article>
    );
  }
  return (
    <article
      className={cx(styles.message, styles.out, !first && styles.grouped)}
      aria-label={t("message.reply", { name, time, status: statusText })}
      tabIndex={-1}
      data-entry
      data-message={item.id}
    >
      <div className={styles.stack}>
        {first && <span className={styles.by}>{name}</span>}
        {body}
        {status === "unknown" && !item.settled && <Doubt item={item} onSettle={onSettle} />}
        {item.settled && <Decided settled={item.settled} />}
        {local === "held" && <Cancel onCancel={() => onCancel(item.id)} />}
        {status === "failed" && (
          <p className={styles.trouble}>
            <Icon of={CircleAlert} size={13} />
            <span>{reasonOf(item, t)}</span>
            {words !== null && notShown === null && (
              <button type="button" onClick={() => onWriteAgain(words)}>
                {t("failed.again")}
              </button>
            )}
          </p>
        )}
      </div>
      {last ? (
        <Avatar name={name} operator={item.author.id ?? "system"} size={26} title />
      ) : (
        <span className={styles.noAvatar} />
      )}
    </article>
  );
});

/** Whether it may have been sent already makes no difference to the eye. */
const ticksOf = (local: Unsent["state"] | null) => (local === "held" ? "waiting" : local);

/** It waits for the line, and was never sent: it can still be taken back. */
function Cancel({ onCancel }: { onCancel: () => void }) {
  const t = useT();
  return (
    <p className={cx(styles.trouble, styles.calm)}>
      <span>{t("unsent.held")}</span>
      <button type="button" onClick={onCancel}>
        {t("unsent.cancel")}
      </button>
    </p>
  );
}

/** Nobody knows whether it was sent; who may decides. */
function Doubt({ item, onSettle }: { item: TimelineItem; onSettle: Settle | null }) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const settle = (outcome: DoubtOutcome) => {
    if (!onSettle) return;
    setBusy(true);
    void onSettle(item, outcome).finally(() => setBusy(false));
  };
  return (
    <div className={styles.trouble}>
      <Icon of={CircleAlert} size={13} />
      <span>{t(onSettle ? "doubt.ask" : "failed.unknown")}</span>
      {onSettle && (
        <span className={styles.choices}>
          <button type="button" disabled={busy} onClick={() => settle("send-again")}>
            {t("doubt.sendAgain")}
          </button>
          <button type="button" disabled={busy} onClick={() => settle("arrived")}>
            {t("doubt.arrived")}
          </button>
        </span>
      )}
    </div>
  );
}

function Decided({ settled }: { settled: Settled }) {
  const t = useT();
  const values = { name: firstName(settled.by.name), time: clockTime(currentLocale(), settled.at) };
  return (
    <p className={styles.decided}>
      {t(settled.outcome === "arrived" ? "doubt.markedArrived" : "doubt.sentAgain", values)}
    </p>
  );
}

function reasonOf(item: TimelineItem, t: (key: Key, values?: Record<string, string>) => string): string {
  const reason = item.error?.detail ?? item.error?.title;
  return reason ? t("failed.reason", { reason }) : t("failed.noReason");
}

export const NoteCard = memo(function NoteCard({
  note,
  local,
  onCancel,
}: {
  note: Note;
  local: Unsent["state"] | null;
  onCancel: (id: string) => void;
}) {
  const t = useT();
  const time = clockTime(currentLocale(), note.at);
  const status = ticksOf(local);
  return (
    <article
      className={cx(styles.message, styles.noteLine)}
      aria-label={t("message.note", { name: note.author.name, time })}
      tabIndex={-1}
      data-entry
    >
      <div className={styles.note}>
        <header>
          <Icon of={Lock} size={13} />
          <b>{t("note.title")}</b>
          <span>{note.author.name}</span>
          <span className={styles.noteTime}>
            {note.editedAt && <i>{t("note.edited")} </i>}
            <time dateTime={note.at}>{time}</time>
            {status && <Ticks status={status} label={t(`status.${status}`)} />}
          </span>
        </header>
        <p dir="auto">
          <MessageText text={note.text} />
        </p>
        {local === "held" && <Cancel onCancel={() => onCancel(note.id)} />}
      </div>
      <Avatar name={note.author.name} operator={note.author.id} size={26} title />
    </article>
  );
});
