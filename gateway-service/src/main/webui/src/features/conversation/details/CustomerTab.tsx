import type { Conversation } from "../../../api/types";
import { currentLocale, useT } from "../../../i18n";
import { called } from "../../../lib/called";
import { numberLabel } from "../../../lib/numbers";
import { fullDate, fullWhen, longWhen } from "../../../lib/time";
import { Consent } from "../../../consent/part";
import { useCan, useIsPast, useServerNow, useSession } from "../../../live/session";
import { Avatar } from "../../../ui/Avatar";
import { FreeEntryText } from "../free/part";
import styles from "./CustomerTab.module.css";
import { DetailsSection } from "./DetailsSection";
import { History } from "./History";

const RECENT = 6;

/** Who the customer is, and what happened last. */
export function CustomerTab({ row, onAll }: { row: Conversation; onAll: () => void }) {
  const t = useT();
  const now = useServerNow(30_000);
  const closed = useIsPast(row.windowExpiresAt);
  const locale = currentLocale();
  const { config } = useSession();
  const can = useCan();
  const { contact, windowExpiresAt: until } = row;
  const number = numberLabel(config, row.phoneNumberId);
  const facts: [string, string][] = [
    ...(contact.phone || contact.group
      ? []
      : [[t("details.phone"), t("details.noPhone")] as [string, string]]),
    ...(contact.phone && contact.username
      ? [[t("details.username"), contact.username] as [string, string]]
      : []),
    ...(number ? [[t("details.number"), number] as [string, string]] : []),
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
      <DetailsSection>
        <div className={styles.who}>
          <Avatar name={contact.name} initials={contact.initials} group={contact.group} size={56} />
          <div>
            <h2 dir="auto">{called(contact, t)}</h2>
            {contact.group ? (
              <small>{t("header.group")}</small>
            ) : (
              <small dir="ltr">{contact.displayPhone ?? contact.phone ?? contact.username}</small>
            )}
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
      </DetailsSection>
      <DetailsSection title={t("details.window")}>
        <p className={styles.text}>
          {!until
            ? t("details.window.never")
            : closed
              ? t("details.window.closed", { time: longWhen(locale, until) })
              : t("details.window.open", { time: fullWhen(locale, now, until) })}
        </p>
        {!contact.group && <FreeEntryText id={row.id} className={styles.text} />}
      </DetailsSection>
      {!contact.group && can("contact.see") && (
        <DetailsSection title={t("details.advertising")}>
          <Consent contactId={contact.id} brief />
        </DetailsSection>
      )}
      <DetailsSection title={t("details.recent")}>
        <History id={row.id} limit={RECENT} onAll={onAll} />
      </DetailsSection>
    </>
  );
}
