import {
  ArrowRightLeft,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  ContactRound,
  LogOut,
  type LucideIcon,
  MessageCircle,
  PanelRightClose,
  RotateCcw,
  SendHorizontal,
  StickyNote,
  UserRoundCheck,
  UserRoundPlus,
} from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import type { Conversation, HistoryItem, HistoryKind } from "../../api/types";
import { currentLocale, useT } from "../../i18n";
import { cx } from "../../lib/cx";
import { phoneForPeople } from "../../lib/phone";
import { clockTime, dayName, daysBefore, fullDate, fullWhen, longWhen } from "../../lib/time";
import { useInbox, useIsPast, useServerNow, useThread } from "../../live/session";
import { Avatar, Button, Icon, IconButton, lateClass, Skeleton } from "../../ui/basics";
import styles from "./details.module.css";
import { Happening } from "./sentences";

const RECENT = 6;

/** Who the customer is, and what was done here by whom. */
export function Details({ row, onHide }: { row: Conversation; onHide: () => void }) {
  const t = useT();
  const [tab, setTab] = useState<"customer" | "history">("customer");
  const id = useId();
  const tabs = ["customer", "history"] as const;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const next = tab === "customer" ? "history" : "customer";
    setTab(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab=${next}]`)?.focus();
  };
  return (
    <aside className={styles.details} aria-label={t("details.region")} data-pane="details">
      <div className={styles.tabs}>
        <div role="tablist" aria-label={t("details.tabs")} onKeyDown={onKeyDown}>
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`${id}-${name}`}
              data-tab={name}
              aria-selected={tab === name}
              aria-controls={`${id}-panel`}
              tabIndex={tab === name ? 0 : -1}
              onClick={() => setTab(name)}
            >
              {t(`details.${name}`)}
            </button>
          ))}
        </div>
        <IconButton label={t("details.hide")} icon={PanelRightClose} shortcut="details" onClick={onHide} />
      </div>
      <div
        className={styles.panel}
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}
        tabIndex={0}
      >
        {tab === "customer" ? (
          <CustomerTab row={row} onAll={() => setTab("history")} />
        ) : (
          <section className={styles.section}>
            <History id={row.id} />
          </section>
        )}
      </div>
    </aside>
  );
}

function CustomerTab({ row, onAll }: { row: Conversation; onAll: () => void }) {
  const t = useT();
  const now = useServerNow(30_000);
  const closed = useIsPast(row.windowExpiresAt);
  const locale = currentLocale();
  const { contact, windowExpiresAt: until } = row;
  const facts: [string, string][] = [
    ...(contact.phone ? [] : [[t("details.phone"), t("details.noPhone")] as [string, string]]),
    ...(contact.phone && contact.username
      ? [[t("details.username"), contact.username] as [string, string]]
      : []),
    [t("details.since"), fullDate(locale, row.createdAt)],
    [t("details.lastActivity"), fullWhen(locale, now, row.lastActivityAt)],
    [t("details.status"), t(`details.status.${row.status}`)],
    [t("details.assignee"), row.assignee?.name ?? t("details.nobody")],
    ...(row.waitingSince && row.status === "open"
      ? [[t("details.waiting"), fullWhen(locale, now, row.waitingSince)] as [string, string]]
      : []),
  ];
  return (
    <>
      <section className={styles.section}>
        <div className={styles.who}>
          <Avatar name={contact.name} initials={contact.initials} size={56} />
          <div>
            <h2 dir="auto">{contact.name}</h2>
            <small dir="ltr">{contact.phone ? phoneForPeople(contact.phone) : contact.username}</small>
          </div>
        </div>
        <dl className={styles.facts}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={styles.section}>
        <h3>{t("details.window")}</h3>
        <p className={styles.text}>
          {!until
            ? t("details.window.never")
            : closed
              ? t("details.window.closed", { time: longWhen(locale, until) })
              : t("details.window.open", { time: fullWhen(locale, now, until) })}
        </p>
      </section>
      <section className={styles.section}>
        <h3>{t("details.recent")}</h3>
        <History id={row.id} limit={RECENT} onAll={onAll} />
      </section>
    </>
  );
}

const LOOKS: Record<HistoryKind, [LucideIcon, "plain" | "reply" | "note" | "bad"]> = {
  "customer-wrote": [MessageCircle, "plain"],
  taken: [UserRoundCheck, "plain"],
  assigned: [UserRoundPlus, "plain"],
  released: [LogOut, "plain"],
  "taken-over": [ArrowRightLeft, "plain"],
  replied: [SendHorizontal, "reply"],
  "replied-anyway": [SendHorizontal, "reply"],
  "note-added": [StickyNote, "note"],
  "note-edited": [StickyNote, "note"],
  "note-deleted": [StickyNote, "note"],
  resolved: [CircleCheck, "reply"],
  reopened: [RotateCcw, "plain"],
  "delivery-failed": [CircleAlert, "bad"],
  "delivery-unknown": [CircleHelp, "bad"],
  "answer-settled-arrived": [CircleCheck, "reply"],
  "answer-sent-again": [SendHorizontal, "reply"],
  "key-moved": [ContactRound, "plain"],
};

/** Who did what, and when; newest first. */
export function History({ id, limit, onAll }: { id: string; limit?: number; onAll?: () => void }) {
  const t = useT();
  const inbox = useInbox();
  const thread = useThread(id);
  const now = useServerNow(60_000);
  const locale = currentLocale();
  if (!thread || (thread.historyState === "loading" && thread.history.length === 0)) {
    return (
      <div className={cx(styles.waiting, lateClass)} aria-hidden="true">
        <Skeleton width="80%" />
        <Skeleton width="64%" />
        <Skeleton width="72%" />
      </div>
    );
  }
  if (thread.historyState === "error" && thread.history.length === 0) {
    return (
      <div role="alert" className={styles.failed}>
        <p>{t("history.error")}</p>
        <Button small onClick={() => void inbox.loadHistory(id)}>
          {t("action.retry")}
        </Button>
      </div>
    );
  }
  if (thread.history.length === 0) return <p className={styles.text}>{t("history.empty")}</p>;
  const shown = thread.history.slice(0, limit);
  const words = { today: t("time.today"), yesterday: t("time.yesterday") };
  const heading = (item: HistoryItem, before: HistoryItem | undefined) =>
    limit === undefined && (!before || daysBefore(Date.parse(before.at), Date.parse(item.at)) !== 0)
      ? dayName(locale, now, Date.parse(item.at), words)
      : null;
  return (
    <>
      <ol className={styles.history} aria-label={t("history.list")}>
        {shown.map((item, index) => {
          const [icon, tone] = LOOKS[item.kind] ?? LOOKS["customer-wrote"];
          const day = heading(item, shown[index - 1]);
          const when = limit === undefined ? clockTime(locale, item.at) : fullWhen(locale, now, item.at);
          return (
            <li key={item.id}>
              {day && <h3>{day}</h3>}
              <div>
                <span className={cx(styles.mark, styles[tone])}>
                  <Icon of={icon} size={12} />
                </span>
                <span className={styles.what}>
                  <Happening item={item} place="history" t={t} />
                </span>
                <time dateTime={item.at}>{when}</time>
              </div>
            </li>
          );
        })}
      </ol>
      {limit === undefined && thread.historyCursor !== null && (
        <Button small onClick={() => void inbox.loadHistory(id, true)}>
          {t("history.older")}
        </Button>
      )}
      {limit !== undefined && thread.history.length > limit && (
        <button type="button" className={styles.all} onClick={onAll}>
          {t("details.all")}
        </button>
      )}
    </>
  );
}
