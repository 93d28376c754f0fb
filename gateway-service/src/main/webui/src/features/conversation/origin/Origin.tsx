import { CornerUpLeft, Forward, Sparkles, Tag } from "lucide-react";
import type { TimelineItem, Uuid } from "../../../api/types";
import { useT } from "../../../i18n";
import { Mark } from "../Mark";
import { QuotedMessage } from "../QuotedMessage";
import { ReferralCard } from "./ReferralCard";

interface OriginProps {
  item: TimelineItem;
  customer: string;
  onShow: (message: Uuid) => void;
}

/** Above what a message says: where it comes from, and what it answers. */
export function Origin({ item, customer, onShow }: OriginProps) {
  const t = useT();
  const { context, quoted } = item;
  const product = context?.product;
  return (
    <>
      {(context?.forwarded || context?.forwardedOften) && (
        <Mark icon={Forward}>
          {t(context.forwardedOften ? "message.forwardedOften" : "message.forwarded")}
        </Mark>
      )}
      {context?.referral && <ReferralCard referral={context.referral} />}
      {product && (
        <Mark icon={Tag}>
          {product.productId
            ? t("message.product", { product: product.productId })
            : t("message.product.unknown")}
        </Mark>
      )}
      {context?.summary && (
        <Mark icon={Sparkles}>
          {t("message.summary")} <q dir="auto">{context.summary}</q>
        </Mark>
      )}
      {quoted ? (
        <QuotedMessage quoted={quoted} customer={customer} onShow={onShow} />
      ) : (
        context?.answers && <Mark icon={CornerUpLeft}>{t("message.answersOlder")}</Mark>
      )}
    </>
  );
}
