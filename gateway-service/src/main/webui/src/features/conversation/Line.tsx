import { TimerOff } from "lucide-react";
import { memo, useState } from "react";
import type { HistoryItem, Uuid } from "../../api/types";
import { currentLocale, Rich, useT } from "../../i18n";
import { clockTime, dayName, longWhen } from "../../lib/time";
import { useServerNow } from "../../live/session";
import { Icon } from "../../ui/Icon";
import { Bubble } from "./Bubble";
import type { Settle } from "./doubt/Doubt";
import { factKey, type ThreadEntry } from "./entries";
import { Happening, HappeningPicture } from "./Happening";
import styles from "./Line.module.css";
import { NoteCard } from "./NoteCard";

interface LineProps {
  entry: ThreadEntry;
  /** What the customer is called. */
  customer: string;
  onShow: (message: Uuid) => void;
  onWriteAgain: (text: string) => void;
  onCancel: (unsent: string) => void;
  onSettle: Settle | null;
}

/** One entry of the thread. */
export const Line = memo(function Line(props: LineProps) {
  const { entry, customer, onShow, onWriteAgain, onCancel, onSettle } = props;
  const t = useT();
  switch (entry.kind) {
    case "day":
      return <DayLine at={entry.at} />;
    case "start":
      return (
        <div className={styles.start}>
          <small>{t("thread.start")}</small>
        </div>
      );
    case "new":
      return (
        <div className={styles.newLine} role="separator">
          <span>{t("thread.new", { count: entry.count })}</span>
        </div>
      );
    case "message":
      return (
        <Bubble
          item={entry.item}
          local={entry.local}
          first={entry.first}
          last={entry.last}
          customer={customer}
          onShow={onShow}
          onWriteAgain={onWriteAgain}
          onCancel={onCancel}
          onSettle={onSettle}
        />
      );
    case "note":
      return <NoteCard note={entry.note} local={entry.local} onCancel={onCancel} />;
    case "system":
      return <SystemLines items={entry.items} />;
    case "window":
      return <WindowEnded at={entry.at} />;
  }
}, sameEntry);

function sameEntry(a: LineProps, b: LineProps): boolean {
  if (a.onWriteAgain !== b.onWriteAgain || a.onCancel !== b.onCancel || a.onSettle !== b.onSettle)
    return false;
  if (a.onShow !== b.onShow || a.customer !== b.customer) return false;
  const [one, two] = [a.entry, b.entry];
  if (one.kind === "message" && two.kind === "message") {
    return (
      one.item === two.item && one.local === two.local && one.first === two.first && one.last === two.last
    );
  }
  if (one.kind === "note" && two.kind === "note") return one.note === two.note && one.local === two.local;
  if (one.kind === "system" && two.kind === "system") {
    return one.items.length === two.items.length && one.items.every((item, at) => item === two.items[at]);
  }
  if (one.kind === "new" && two.kind === "new") return one.count === two.count;
  if (one.kind === "start") return two.kind === "start";
  return (
    (one.kind === "day" || one.kind === "window") &&
    (two.kind === "day" || two.kind === "window") &&
    one.at === two.at
  );
}

function DayLine({ at }: { at: string }) {
  const t = useT();
  const now = useServerNow(60_000);
  const words = { today: t("time.today"), yesterday: t("time.yesterday") };
  return (
    <div className={styles.day} role="separator">
      <span>{dayName(currentLocale(), now, Date.parse(at), words)}</span>
    </div>
  );
}

function SystemLines({ items }: { items: HistoryItem[] }) {
  const t = useT();
  const [all, setAll] = useState(false);
  const shown = all || items.length <= 2 ? items : items.slice(-2);
  return (
    <div className={styles.system}>
      {shown.length < items.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {t("system.more", { count: items.length - shown.length })}
        </button>
      )}
      {shown.map((item) => (
        <p key={factKey(item)}>
          <HappeningPicture kind={item.kind} size={13} />
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
    <div className={styles.system}>
      <p>
        <Icon of={TimerOff} size={13} />
        <span>
          <Rich k="system.windowClosed" values={{ time: longWhen(currentLocale(), at) }} />
        </span>
      </p>
    </div>
  );
}
