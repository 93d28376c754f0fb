import { Megaphone } from "lucide-react";
import type { MessageContext } from "../../../api/types";
import { useT } from "../../../i18n";
import { webLink } from "../../../lib/webLink";
import { Mark } from "../Mark";
import styles from "./ReferralCard.module.css";
import { WebLink } from "../WebLink";

/** The ad or the post from which the customer came, as far as the platform tells of it. */
export function ReferralCard({ referral }: { referral: NonNullable<MessageContext["referral"]> }) {
  const t = useT();
  const { headline, body, welcome, sourceType, sourceUrl } = referral;
  const source = sourceType === "ad" || sourceType === "post" ? sourceType : "other";
  return (
    <div className={styles.referral} dir="auto">
      <Mark icon={Megaphone}>{t(`referral.${source}`)}</Mark>
      {headline && <b dir="auto">{headline}</b>}
      {body && <span dir="auto">{body}</span>}
      {welcome && (
        <span dir="auto">
          <q>{welcome}</q>
        </span>
      )}
      {sourceUrl && <WebLink written={sourceUrl}>{webLink(sourceUrl)?.host}</WebLink>}
    </div>
  );
}
