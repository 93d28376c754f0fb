import { useState } from "react";
import type { DoubtOutcome, Held, Settled, TimelineItem } from "../../../api/types";
import { currentLocale, useT } from "../../../i18n";
import { firstName } from "../../../lib/people";
import { clockTime } from "../../../lib/time";
import { useServerNow } from "../../../live/session";
import styles from "./Doubt.module.css";
import { Trouble } from "../Trouble";

/** Decides about a message in doubt. */
export type Settle = (item: TimelineItem, outcome: DoubtOutcome) => Promise<void>;

/** Nobody knows whether it was sent; who may decides. */
export function Doubt({ item, onSettle }: { item: TimelineItem; onSettle: Settle | null }) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  if (!onSettle) return <Trouble text={t("failed.unknown")} />;
  const settle = (outcome: DoubtOutcome) => {
    setBusy(true);
    void onSettle(item, outcome).finally(() => setBusy(false));
  };
  return (
    <Trouble text={t("doubt.ask")} choices>
      <button type="button" disabled={busy} onClick={() => settle("send-again")}>
        {t("doubt.sendAgain")}
      </button>
      <button type="button" disabled={busy} onClick={() => settle("arrived")}>
        {t("doubt.arrived")}
      </button>
    </Trouble>
  );
}

/** It is not sent yet: why, and about when it will be. */
export function Waits({ held }: { held: Held }) {
  const t = useT();
  const now = useServerNow(1_000);
  const left = held.until ? Math.max(1, Math.ceil((Date.parse(held.until) - now) / 1_000)) : 0;
  const when =
    left > 90
      ? t("held.minutes", { minutes: Math.ceil(left / 60) })
      : left > 0 && t("held.seconds", { seconds: left });
  return (
    <Trouble
      calm
      text={
        <>
          {when} {t(`held.${held.reason}`)}
        </>
      }
    />
  );
}

/** What somebody decided about it. */
export function Decided({ settled }: { settled: Settled }) {
  const t = useT();
  const values = { name: firstName(settled.by.name), time: clockTime(currentLocale(), settled.at) };
  return (
    <p className={styles.decided}>
      {t(settled.outcome === "arrived" ? "doubt.markedArrived" : "doubt.sentAgain", values)}
    </p>
  );
}
