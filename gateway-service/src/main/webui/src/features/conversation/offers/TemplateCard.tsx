import {
  AppWindow,
  ContactRound,
  Copy,
  ExternalLink,
  LayoutTemplate,
  ListChecks,
  type LucideIcon,
  MapPin,
  Phone,
  PhoneForwarded,
  Reply,
  ShoppingBag,
  Store,
  Timer,
} from "lucide-react";
import type { ReactNode } from "react";
import type { ContentOf } from "../../../api/types";
import { currentLocale, useT } from "../../../i18n";
import { longWhen } from "../../../lib/time";
import { Icon } from "../../../ui/Icon";
import { MessageText } from "../../../ui/MessageText";
import { LocalBody } from "../media/LocalBody";
import { localFile } from "../media/local";
import { ContentCard } from "../ContentCard";
import { Mark } from "../Mark";
import styles from "./Templates.module.css";

type Sent = ContentOf<"template">;
type SentCard = NonNullable<Sent["cards"]>[number];

const ICONS: Partial<Record<Sent["buttons"][number]["kind"], LucideIcon>> = {
  url: ExternalLink,
  "phone-number": Phone,
  "copy-code": Copy,
  "one-time-code": Copy,
  flow: ListChecks,
  products: ShoppingBag,
  product: ShoppingBag,
  catalogue: Store,
  "voice-call": Phone,
  "contact-request": ContactRound,
  "call-permission": PhoneForwarded,
  app: AppWindow,
};

/** A template as its customer sees it. Its buttons are the customer's to press. */
export function TemplateCard({ content, preview = false }: { content: Sent; preview?: boolean }) {
  const t = useT();
  const file = preview && content.fileAbove && localFile(content.fileAbove.attachment.mediaId);
  return (
    <div className={styles.card}>
      {file && <LocalBody file={file} />}
      {content.placeAbove && <PlaceCard place={content.placeAbove} />}
      {content.header && <b dir="auto">{content.header}</b>}
      {content.offer && <Offered offer={content.offer} />}
      <MessageText text={content.text} />
      {content.footer && <small dir="auto">{content.footer}</small>}
      <Buttons buttons={content.buttons} />
      {content.products && <Opened products={content.products} />}
      {preview && content.cards && (
        // It scrolls, and keys are to scroll it, too.
        <ul className={styles.cards} tabIndex={0} aria-label={t("offer.cards")}>
          {content.cards.map((card, index) => {
            const brought = localFile(card.attachment.mediaId);
            return <OneCard key={index} card={card} file={brought && <LocalBody file={brought} />} />;
          })}
        </ul>
      )}
    </div>
  );
}

/** One of the cards that the customer scrolls through. */
export const OneCard = ({ card, file }: { card: SentCard; file: ReactNode }) => (
  <li>
    {file}
    {card.text && <MessageText text={card.text} />}
    <Buttons buttons={card.buttons} />
  </li>
);

const Buttons = ({ buttons }: { buttons: Sent["buttons"] }) =>
  buttons.length > 0 && (
    <ul className={styles.buttons}>
      {buttons.map(({ kind, text, value }, index) => (
        <li key={index} className={styles.row} dir="auto" title={value}>
          <Icon of={ICONS[kind] ?? Reply} size={14} />
          {text || (kind === "call-permission" && <AskedToCall />)}
        </li>
      ))}
    </ul>
  );

/** WhatsApp itself asks; the template has no words for it. */
function AskedToCall() {
  const t = useT();
  return t("offer.callPermission");
}

/** What does not last, and until when. */
function Offered({ offer: { text, endsAt } }: { offer: NonNullable<Sent["offer"]> }) {
  const t = useT();
  return (
    <span className={styles.row}>
      <Icon of={Timer} size={14} />
      <b dir="auto">{text}</b>
      {endsAt && <small>{t("offer.until", { when: longWhen(currentLocale(), endsAt) })}</small>}
    </span>
  );
}

/** What it shows, or what opens by the button above. */
function Opened({ products: { sections } }: { products: NonNullable<Sent["products"]> }) {
  return sections.map(({ title, products }, index) => (
    <div key={index} className={styles.opened} dir="auto">
      {title && <b>{title}</b>}
      <ol>
        {products.map(({ productId, name, price }) => (
          <li key={productId}>
            {name} {price && <small>{price}</small>}
          </li>
        ))}
      </ol>
    </div>
  ));
}

function PlaceCard({ place }: { place: NonNullable<Sent["placeAbove"]> }) {
  const { name, address, latitude, longitude } = place;
  const point = `${latitude}, ${longitude}`;
  return (
    <ContentCard icon={MapPin} title={name || address || point}>
      {name && address && <span dir="auto">{address}</span>}
      {(name || address) && <small dir="ltr">{point}</small>}
    </ContentCard>
  );
}

/** In the thread it says that it is one. */
export function SentTemplate({ content }: { content: Sent }) {
  const t = useT();
  return (
    <>
      <Mark icon={LayoutTemplate}>{t("said.kind.template")}</Mark>
      <TemplateCard content={content} />
    </>
  );
}
