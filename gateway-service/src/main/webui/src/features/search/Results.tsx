import { useInfiniteQuery } from "@tanstack/react-query";
import { CircleAlert, SearchX, TextSearch } from "lucide-react";
import { ApiProblem } from "../../api/client";
import { type Key, useT } from "../../i18n";
import { useAsking } from "../../live/asking";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { lateClass, Skeleton } from "../../ui/Skeleton";
import { FoundCustomers } from "./FoundCustomers";
import { FoundMessages } from "./FoundMessages";
import { byConversation } from "./hits";
import { searchQuery, type Sought } from "./queries";
import styles from "./Results.module.css";

/** What to do about a search that cannot be answered as it stands. */
const ADVICE: Record<string, { title: Key; text: Key }> = {
  "search-too-short": { title: "search.tooShort", text: "search.tooShort.text" },
  "search-too-broad": { title: "search.tooBroad", text: "search.tooBroad.text" },
  "invalid-request": { title: "search.tooLong", text: "search.tooLong.text" },
};

/** What was found, or why nothing is shown. */
export function Results({ sought }: { sought: Sought }) {
  const t = useT();
  const { api, queries } = useAsking();
  const found = useInfiniteQuery(searchQuery(api, sought), queries);
  const narrowed = Boolean(sought.from ?? sought.has ?? sought.before ?? sought.number);

  if (sought.q === "")
    return (
      <EmptyState icon={TextSearch} title={t("search.begin")}>
        {t("search.begin.text")}
      </EmptyState>
    );
  if (found.isError && !found.data) {
    const advice = found.error instanceof ApiProblem ? ADVICE[found.error.reasonKey] : undefined;
    return (
      <div role="alert">
        <EmptyState
          icon={CircleAlert}
          title={t(advice?.title ?? "search.failed")}
          action={!advice && <Button onPress={() => void found.refetch()}>{t("action.retry")}</Button>}
        >
          {t(advice?.text ?? "search.failed.text")}
        </EmptyState>
      </div>
    );
  }
  if (!found.data) return <Waiting />;
  const groups = byConversation(found.data.pages);
  const customers = found.data.pages[0]?.customers ?? [];
  const messages = groups.reduce((sum, group) => sum + group.messages.length, 0);
  if (messages === 0 && customers.length === 0 && !found.hasNextPage)
    return (
      <div role="status">
        <EmptyState icon={SearchX} title={t("search.nothing", { q: sought.q })}>
          {t(narrowed ? "search.nothing.narrowed" : "search.nothing.text")}
        </EmptyState>
      </div>
    );
  return (
    <div className={styles.results}>
      <p className="sr" role="status">
        {t("search.count", { count: messages })}
      </p>
      <FoundCustomers customers={customers} />
      {messages > 0 && <FoundMessages groups={groups} />}
      {found.hasNextPage && (
        <Button className={styles.more} onPress={() => void found.fetchNextPage()}>
          {t("search.more")}
        </Button>
      )}
    </div>
  );
}

function Waiting() {
  const t = useT();
  return (
    <div className={styles.results}>
      <div className={lateClass} role="status" aria-label={t("search.loading")}>
        {["45%", "62%", "38%"].map((width) => (
          <div key={width} className={styles.waiting} aria-hidden="true">
            <Skeleton width={width} />
            <Skeleton width="88%" />
          </div>
        ))}
      </div>
    </div>
  );
}
