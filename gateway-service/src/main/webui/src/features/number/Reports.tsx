import { useInfiniteQuery } from "@tanstack/react-query";
import type { NumberReport } from "../../api/types";
import { currentLocale, useT } from "../../i18n";
import { fullWhen } from "../../lib/time";
import { useAsking } from "../../live/asking";
import { useCan, useServerNow } from "../../live/session";
import { Button } from "../../ui/Button";
import styles from "./NumberPage.module.css";
import { RawJson } from "./RawJson";
import { reportsQuery } from "./queries";
import { explanationOf, factWords } from "./words";

/** What WhatsApp said, the newest first. */
export function Reports({ phoneNumberId }: { phoneNumberId: string }) {
  const t = useT();
  const { api, queries } = useAsking();
  const found = useInfiniteQuery(reportsQuery(api, phoneNumberId), queries);
  const reports = found.data?.pages.flatMap(({ items }) => items);
  return (
    <section>
      <h3>{t("number.reports")}</h3>
      {found.isError && !reports && (
        <p role="alert">
          {t("number.failed")}{" "}
          <Button small onPress={() => void found.refetch()}>
            {t("action.retry")}
          </Button>
        </p>
      )}
      {reports?.length === 0 && <p className={styles.quiet}>{t("number.reports.none")}</p>}
      <ul className={styles.lines} aria-label={t("number.reports")}>
        {reports?.map((report) => (
          <Report key={report.id} report={report} ours={phoneNumberId} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button small onPress={() => void found.fetchNextPage()}>
          {t("number.more")}
        </Button>
      )}
    </section>
  );
}

function Report({ report, ours }: { report: NumberReport; ours: string }) {
  const t = useT();
  const can = useCan();
  const now = useServerNow(60_000);
  const { fact, number } = report;
  const explanation = explanationOf(fact);
  const words = factWords(fact, t);
  const when = fullWhen(currentLocale(), now, report.at);
  return (
    <li>
      <span dir="auto">{words}</span>
      {explanation && <q dir="auto">{explanation}</q>}
      <small>
        {when}
        {number && report.phoneNumberId !== ours && ` · ${t("number.other", { number: `+${number}` })}`}
      </small>
      {can("number.see-raw") && <RawJson of="reports" id={report.id} name={`${words}, ${when}`} />}
    </li>
  );
}
