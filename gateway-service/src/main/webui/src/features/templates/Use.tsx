import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Template, TemplateUse } from "../../api/types";
import { currentLocale, useT } from "../../i18n";
import { fullWhen } from "../../lib/time";
import { useAsking } from "../../live/asking";
import { useServerNow } from "../../live/session";
import { usesQuery } from "./queries";
import styles from "./Templates.module.css";

const STEPS = ["sent", "delivered", "read", "answered", "failed"] as const;
const PERIODS = ["lastWeek", "lastMonth", "total"] as const;

/** In a list: how often it was used lately. */
export function BriefUse({ use }: { use: TemplateUse }) {
  const t = useT();
  const { sent, answered } = use.lastMonth;
  return (
    <small>
      {!use.lastUsedAt
        ? t("template.use.never")
        : sent === 0
          ? t("template.use.notLately")
          : `${t("template.use.sent", { count: sent })} · ${t("template.use.answered", { count: answered })}`}
    </small>
  );
}

/** How often it was used, and with what result. */
export function Use({
  use,
  template,
  phoneNumberId,
}: {
  use: TemplateUse;
  template: Template;
  phoneNumberId: string;
}) {
  const t = useT();
  const { api, queries } = useAsking();
  const { data: uses } = useQuery(
    { ...usesQuery(api, phoneNumberId, template), enabled: Boolean(use.lastUsedAt) },
    queries,
  );
  const now = useServerNow(60_000);
  const locale = currentLocale();
  return (
    <section>
      <h3>{t("template.use")}</h3>
      {use.lastUsedAt ? (
        <>
          <p>{t("template.use.last", { time: fullWhen(locale, now, use.lastUsedAt) })}</p>
          <table className={styles.use}>
            <thead>
              <tr>
                <td />
                {STEPS.map((step) => (
                  <th key={step} scope="col">
                    {t(`template.use.step.${step}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {PERIODS.map((period) => (
                <tr key={period}>
                  <th scope="row">{t(`template.use.in.${period}`)}</th>
                  {STEPS.map((step) => (
                    <td key={step}>{use[period][step].toLocaleString(locale)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <small>{t("template.use.hint")}</small>
          {uses && uses.items.length > 0 && (
            <>
              <h3>{t("template.use.where")}</h3>
              <ul aria-label={t("template.use.where")}>
                {uses.items.map(({ conversationId, name, at }) => (
                  <li key={conversationId}>
                    <Link to="/inbox/$view" params={{ view: "all" }} search={{ c: conversationId }}>
                      {name}
                    </Link>{" "}
                    <small>{fullWhen(locale, now, at)}</small>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      ) : (
        <p>{t("template.use.never")}</p>
      )}
    </section>
  );
}
