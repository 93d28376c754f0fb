import { Cake, Check, Link, type LucideIcon, Mail, MapPin, Phone } from "lucide-react";
import type { ReactNode } from "react";
import type { ContentOf } from "../../../api/types";
import { currentLocale, type Key, type Translate, useT } from "../../../i18n";
import { fullDate } from "../../../lib/time";
import { Avatar } from "../../../ui/Avatar";
import { Icon } from "../../../ui/Icon";
import styles from "./ContactCards.module.css";
import { CopyValue } from "./CopyValue";
import { Mark } from "../Mark";
import { WebLink } from "../WebLink";

type Card = ContentOf<"contacts">["cards"][number];

/** The people whom a customer passed on. What stands on a card, nobody has checked. */
export function ContactCards({ content }: { content: ContentOf<"contacts"> }) {
  const t = useT();
  // The platform may name one without saying anything about him.
  const cards: Card[] =
    content.cards.length > 0
      ? content.cards
      : [{ name: content.text, phones: [], emails: [], urls: [], addresses: [] }];
  return (
    <>
      {content.requested && <Mark icon={Check}>{t("card.requested")}</Mark>}
      <ul className={styles.cards} aria-label={t("card.list")}>
        {cards.map((card, index) => (
          <li key={index}>
            <ContactCard card={card} t={t} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ContactCard({ card, t }: { card: Card; t: Translate }) {
  const name = card.name ?? t("card.nameless");
  return (
    <>
      <div className={styles.head}>
        <Avatar name={card.name ?? "?"} size={32} />
        <div>
          <b dir="auto">{name}</b>
          {card.organization && <small dir="auto">{card.organization}</small>}
        </div>
      </div>
      <dl className={styles.lines}>
        {card.phones.map(({ value, label }, index) => (
          <CardLine key={index} icon={Phone} what={t("card.phone")} label={labelOf(label, t)} copy={value}>
            <bdi>{value}</bdi>
          </CardLine>
        ))}
        {card.emails.map(({ value, label }, index) => (
          <CardLine key={index} icon={Mail} what={t("card.email")} label={labelOf(label, t)} copy={value}>
            <bdi>{value}</bdi>
          </CardLine>
        ))}
        {card.urls.map(({ value, label }, index) => (
          <CardLine key={index} icon={Link} what={t("card.url")} label={labelOf(label, t)}>
            <WebLink written={value} />
          </CardLine>
        ))}
        {card.addresses.map(({ value, label }, index) => (
          <CardLine key={index} icon={MapPin} what={t("card.address")} label={labelOf(label, t)}>
            <bdi>{value}</bdi>
          </CardLine>
        ))}
        {card.birthday && (
          <CardLine icon={Cake} what={t("card.birthday")} label={null}>
            {dateOf(card.birthday)}
          </CardLine>
        )}
      </dl>
    </>
  );
}

interface CardLineProps {
  icon: LucideIcon;
  what: string;
  label: string | null;
  /** What can be copied. */
  copy?: string;
  children: ReactNode;
}

function CardLine(props: CardLineProps) {
  return (
    <div className={styles.line}>
      <dt title={props.what}>
        <Icon of={props.icon} size={14} />
        <span className="sr">{props.what}</span>
      </dt>
      <dd>
        {props.children}
        {props.label && <small dir="auto">{props.label}</small>}
        {props.copy && <CopyValue value={props.copy} />}
      </dd>
    </div>
  );
}

const OURS: Record<string, string> = {
  work: "work",
  home: "home",
  cell: "cell",
  mobile: "cell",
};

/** In our words where it is one of the platform's, else in the customer's. */
function labelOf(label: string | undefined, t: Translate): string | null {
  if (!label) return null;
  const ours = OURS[label.toLowerCase()];
  return ours ? t(`card.label.${ours}` as Key) : label;
}

/** A birthday is a day wherever one reads it; what is none stays as it was written. */
function dateOf(birthday: string): string {
  const noon = `${birthday}T12:00:00`;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(birthday) && !Number.isNaN(Date.parse(noon));
  return isDay ? fullDate(currentLocale(), noon) : birthday;
}
