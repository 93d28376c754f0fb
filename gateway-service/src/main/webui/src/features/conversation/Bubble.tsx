import { Smartphone } from "lucide-react";
import { memo } from "react";
import type { TimelineItem, Uuid } from "../../api/types";
import { currentLocale, type Key, useT, withItsTexts } from "../../i18n";
import { cx } from "../../lib/cx";
import { signatureOf } from "../../lib/speaker";
import { clockTime, fullWhen } from "../../lib/time";
import type { Unsent } from "../../live/threads";
import { Avatar } from "../../ui/Avatar";
import { Icon } from "../../ui/Icon";
import { part } from "../../ui/part";
import { Ticks } from "../../ui/Ticks";
import { fileAbove, statusOf, whatItIs } from "./contents";
import type { Settle } from "./doubt/Doubt";
import { Entry } from "./Entry";
import { withKindTexts } from "./kinds/texts";
import { MessageBody } from "./MessageBody";
import { withMediaTexts } from "./media/texts";
import { withToolTexts } from "./tools/texts";
import { Held, Trouble } from "./Trouble";
import styles from "./Bubble.module.css";

/** Most messages come from nowhere and answer none. */
const ORIGIN_TEXTS = {
  en: () => import("./origin/texts.en.json"),
  it: () => import("./origin/texts.it.json"),
};
const Origin = part(() =>
  withItsTexts(ORIGIN_TEXTS, () => import("./origin/Origin")).then(({ Origin }) => Origin),
);

const MediaBody = part(
  () => withMediaTexts(() => import("./media/MediaBody")).then(({ MediaBody }) => MediaBody),
  ({ item }: { item: TimelineItem }) => <MessageBody content={item.content} />,
);
/** Of most messages it is known whether they were sent. */
const DOUBT_TEXTS = {
  en: () => import("./doubt/texts.en.json"),
  it: () => import("./doubt/texts.it.json"),
};
const doubt = () => withItsTexts(DOUBT_TEXTS, () => import("./doubt/Doubt"));
const Doubt = part(() => doubt().then(({ Doubt }) => Doubt));
const Decided = part(() => doubt().then(({ Decided }) => Decided));
const Waits = part(() => doubt().then(({ Waits }) => Waits));
/** What can be done with a message is shown where the pointer or the focus is. */
const Tools = part(() => withToolTexts(() => import("./tools/Tools")).then((it) => it.Tools));
const SentCards = part(() => withMediaTexts(() => import("./media/SentCards")).then((it) => it.SentCards));
const RawMessage = part(() => withKindTexts(() => import("./kinds/RawMessage")).then((it) => it.RawMessage));
/** Most messages are as they were written, and nobody has put an emoji on them. */
const Edited = part(() => import("./Edited").then(({ Edited }) => Edited));
const Reactions = part(() => withToolTexts(() => import("./tools/Reactions")).then((it) => it.Reactions));

const AGAIN_TEXTS = { en: () => import("./again/texts.en.json"), it: () => import("./again/texts.it.json") };
const SendAgain = part(() =>
  withItsTexts(AGAIN_TEXTS, () => import("./again/SendAgain")).then((it) => it.SendAgain),
);

/** Until the words for it are there. */
function NotDelivered() {
  return useT()("failed.noReason");
}

const Failure = part(() => import("./Failure").then((it) => it.Failure), NotDelivered);

interface BubbleProps {
  item: TimelineItem;
  local: Unsent["state"] | null;
  first: boolean;
  last: boolean;
  /** What the customer is called. */
  customer: string;
  /** Leads to another message of this conversation. */
  onShow: (message: Uuid) => void;
  onWriteAgain: (text: string) => void;
  /** Takes back what was never sent. */
  onCancel: (id: string) => void;
  /** Decides about a message in doubt; `null` when that is not for this operator. */
  onSettle: Settle | null;
}

export const Bubble = memo(function Bubble(props: BubbleProps) {
  const { item, local, first, last, customer, onShow, onWriteAgain, onCancel, onSettle } = props;
  const { content } = item;
  const above = content.type === "template" ? fileAbove(content) : null;
  const t = useT();
  const locale = currentLocale();
  const time = clockTime(locale, item.at);
  const inbound = item.direction === "inbound";
  const name = signatureOf(item.author, t);
  const status = statusOf(local) ?? item.status;
  const statusText = t(`status.${status}` as Key);
  const body = (
    <div
      className={cx(
        styles.bubble,
        inbound ? styles.in : styles.out,
        content.type === "sticker" && item.media?.state === "stored" && styles.bare,
        status === "waiting" && styles.pending,
        status === "failed" && styles.failed,
      )}
      dir="auto"
    >
      {(item.context || item.quoted) && <Origin item={item} customer={customer} onShow={onShow} />}
      {above && <MediaBody item={{ ...item, content: above }} />}
      {"attachment" in content ? <MediaBody item={item} /> : <MessageBody content={content} />}
      {content.type === "template" && content.cards && (
        <SentCards item={item} cards={content.cards} onItsWay={local !== null} />
      )}
      {content.type === "unsupported" && <RawMessage item={item} />}
      {item.editedAt && <Edited item={item} />}
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
  const reactions = item.reactions?.length ? (
    <Reactions reactions={item.reactions} customer={customer} />
  ) : null;
  if (inbound) {
    // Text is read where it stands; of everything else the name says what it is.
    const what = whatItIs(item, t);
    return (
      <Entry
        label={
          what === null
            ? t("message.customer", { name, time })
            : t("message.customer.what", { name, time, what })
        }
        side="in"
        grouped={!first}
      >
        <div className={styles.stack}>
          {first && item.author.contactId && (
            <span className={styles.by} dir="auto">
              {name}
            </span>
          )}
          {body}
          {reactions}
        </div>
        <Tools item={item} />
      </Entry>
    );
  }
  return (
    <Entry
      label={t("message.reply", { name, time, status: statusText })}
      side="out"
      grouped={!first}
      message={item.id}
    >
      {!local && <Tools item={item} />}
      <div className={cx(styles.stack, styles.right)}>
        {first && <span className={styles.by}>{name}</span>}
        {body}
        {reactions}
        {status === "unknown" && !item.settled && <Doubt item={item} onSettle={onSettle} />}
        {item.settled && <Decided settled={item.settled} />}
        {local === "held" && <Held onCancel={() => onCancel(item.id)} />}
        {status === "queued" && item.held && <Waits held={item.held} />}
        {status === "failed" && (
          <Trouble text={<Failure error={item.error} />}>
            {content.type === "text" ? (
              <button type="button" onClick={() => onWriteAgain(content.text)}>
                {t("failed.again")}
              </button>
            ) : (
              <SendAgain item={item} />
            )}
          </Trouble>
        )}
      </div>
      {last && !item.author.speaker ? (
        <Avatar name={name} operator={item.author.id ?? "system"} size={26} title />
      ) : (
        <span className={styles.noAvatar}>
          {last && item.author.speaker === "phone" && <Icon of={Smartphone} size={18} />}
        </span>
      )}
    </Entry>
  );
});
