import { ShoppingBag } from "lucide-react";
import type { ContentOf } from "../../../api/types";
import { currentLocale, useT } from "../../../i18n";
import { inWords, said } from "../../../lib/messageWords";
import { money, totals } from "../../../lib/money";
import { MessageText } from "../../../ui/MessageText";
import { ContentCard } from "../ContentCard";
import styles from "./OrderLines.module.css";

/** What a customer ordered, what it comes to, and what he wrote with it. */
export function OrderLines({ content }: { content: ContentOf<"order"> }) {
  const t = useT();
  const locale = currentLocale();
  const { lines, text } = content;
  return (
    <>
      <ContentCard icon={ShoppingBag} title={inWords({ ...said(content), text: "" }, t)}>
        {lines.length > 0 && (
          <dl className={styles.lines} dir="auto">
            {lines.map(({ productId, quantity, price, currency }, index) => (
              <div key={index}>
                <dt dir="auto">{productId}</dt>
                <dd>
                  {price === undefined
                    ? t("order.quantity", { quantity })
                    : t("order.line", { quantity, price: money(locale, price, currency) })}
                </dd>
              </div>
            ))}
            {totals(lines).map(({ amount, currency }) => (
              <div key={currency ?? ""} className={styles.total}>
                <dt>{t("order.total")}</dt>
                <dd>{money(locale, amount, currency)}</dd>
              </div>
            ))}
          </dl>
        )}
      </ContentCard>
      {text && <MessageText text={text} />}
    </>
  );
}
