import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { UnrecognisedCount } from "../../api/types";
import { currentLocale, useT } from "../../i18n";
import { fullWhen } from "../../lib/time";
import { useAsking } from "../../live/asking";
import { useServerNow } from "../../live/session";
import { Button } from "../../ui/Button";
import styles from "./NumberPage.module.css";
import { RawJson } from "./RawJson";
import { partsQuery, unrecognisedQuery } from "./queries";

/** What came from WhatsApp and nobody here understood: how often, and as it came. */
export function Unrecognised() {
  const t = useT();
  const { api, queries } = useAsking();
  const { data, isError, refetch } = useQuery(unrecognisedQuery(api), queries);
  return (
    <section className={styles.number} aria-label={t("unrecognised.title")}>
      <header>
        <h2>{t("unrecognised.title")}</h2>
        <p>{t("unrecognised.intro")}</p>
      </header>
      {isError && !data && (
        <p role="alert">
          {t("number.failed")}{" "}
          <Button small onPress={() => void refetch()}>
            {t("action.retry")}
          </Button>
        </p>
      )}
      {data?.items.length === 0 && <p className={styles.quiet}>{t("unrecognised.none")}</p>}
      <ul className={styles.lines}>
        {data?.items.map((count) => (
          <Counted key={`${count.field} ${count.reason}`} count={count} />
        ))}
      </ul>
    </section>
  );
}

function Counted({ count }: { count: UnrecognisedCount }) {
  const t = useT();
  const now = useServerNow(60_000);
  const [open, setOpen] = useState(false);
  const field = count.field || t("unrecognised.noField");
  return (
    <li>
      <span>
        <code>{field}</code> · {t("unrecognised.times", { count: count.count })}
      </span>
      <small>
        {count.reason} · {t("unrecognised.last", { time: fullWhen(currentLocale(), now, count.newest) })}
      </small>
      <Button
        small
        aria-expanded={open}
        aria-label={`${t(open ? "unrecognised.hide" : "unrecognised.show")}: ${field}`}
        onPress={() => setOpen(!open)}
      >
        {t(open ? "unrecognised.hide" : "unrecognised.show")}
      </Button>
      {open && <Parts field={count.field} reason={count.reason} />}
    </li>
  );
}

function Parts({ field, reason }: { field: string; reason: string }) {
  const t = useT();
  const now = useServerNow(60_000);
  const { api, queries } = useAsking();
  const found = useInfiniteQuery(partsQuery(api, field, reason), queries);
  if (found.isError && !found.data) return <p role="alert">{t("number.failed")}</p>;
  return (
    <>
      <ul className={styles.lines}>
        {found.data?.pages
          .flatMap(({ items }) => items)
          .map(({ id, receivedAt }) => (
            <li key={id}>
              <span>{fullWhen(currentLocale(), now, receivedAt)}</span>
              <RawJson of="unrecognised" id={id} name={fullWhen(currentLocale(), now, receivedAt)} />
            </li>
          ))}
      </ul>
      {found.hasNextPage && (
        <Button small onPress={() => void found.fetchNextPage()}>
          {t("number.more")}
        </Button>
      )}
    </>
  );
}
