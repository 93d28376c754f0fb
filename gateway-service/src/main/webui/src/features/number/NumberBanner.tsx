import { useQuery } from "@tanstack/react-query";
import { Link, useMatchRoute } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useT } from "../../i18n";
import { numberLabel } from "../../lib/numbers";
import { useAsking } from "../../live/asking";
import { useCan, useConnection } from "../../live/session";
import { Banner } from "../../ui/Banner";
import { buttonLook } from "../../ui/Button";
import { hardestOf } from "./hardest";
import { numbersQuery } from "./queries";
import { useNumbers } from "./useNumbers";
import { whenOf } from "./words";

/** The hardest thing that a number cannot do. When nobody can be answered, nothing else is worth saying. */
export function NumberBanner({ otherwise }: { otherwise: ReactNode }) {
  const t = useT();
  const { api, queries, config } = useAsking();
  const can = useCan();
  const onItsPage = Boolean(useMatchRoute()({ to: "/settings/number" }));
  const { phase } = useConnection();
  const { data, refetch } = useQuery(numbersQuery(api), queries);
  useNumbers(data?.items);

  useEffect(() => {
    if (phase === "online") void refetch();
  }, [phase, refetch]);

  const hardest = hardestOf(data?.items ?? [], can("number.see"));
  // Its page says the same, and more.
  if (!hardest || (onItsPage && can("number.see")) || (hardest.number.level !== "stopped" && otherwise))
    return otherwise;
  const { number, limitation } = hardest;
  const label = numberLabel(config, number.phoneNumberId);
  const title = t(`number.kind.${limitation.kind}`);
  return (
    <Banner
      tone={number.level === "stopped" ? "danger" : "warn"}
      icon={CircleAlert}
      title={label ? t("number.banner.of", { number: label, what: title }) : title}
      aside={
        can("number.see") && (
          <Link to="/settings/number" className={buttonLook({ small: true })}>
            {t("number.banner.see")}
          </Link>
        )
      }
    >
      {t(`number.kind.${limitation.kind}.effect`)} {whenOf(limitation, t)}
    </Banner>
  );
}
