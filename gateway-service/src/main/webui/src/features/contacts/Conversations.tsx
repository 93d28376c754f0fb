import { Link } from "@tanstack/react-router";
import { SquarePen } from "lucide-react";
import type { ContactProfile } from "../../api/types";
import { currentLocale, useT } from "../../i18n";
import { numberLabel } from "../../lib/numbers";
import { fullWhen } from "../../lib/time";
import { useCan, useServerNow, useSession } from "../../live/session";
import { buttonLook } from "../../ui/Button";
import { Icon } from "../../ui/Icon";
import styles from "./ContactPage.module.css";

/** Where the customer writes, and as whom: an answer goes to that identity. */
export function Conversations({ contact }: { contact: ContactProfile }) {
  const { conversations } = contact;
  const t = useT();
  const can = useCan();
  const now = useServerNow(60_000);
  const { config } = useSession();
  const hasOnAll = config.numbers.every(({ phoneNumberId }) =>
    conversations.some((conversation) => conversation.phoneNumberId === phoneNumberId),
  );
  return (
    <section>
      <h3>{t("contact.conversations")}</h3>
      {conversations.length === 0 && <p className={styles.none}>{t("contact.conversations.none")}</p>}
      <ul className={styles.keys}>
        {conversations.map((conversation) => (
          <li key={conversation.id}>
            <Link
              to="/inbox/$view"
              params={{ view: conversation.status === "open" ? "all" : "resolved" }}
              search={{ c: conversation.id }}
            >
              {t("contact.conversation", { name: conversation.writesAs })}
            </Link>
            <small>
              {[
                numberLabel(config, conversation.phoneNumberId),
                t(`contact.conversation.${conversation.status}`),
                fullWhen(currentLocale(), now, conversation.lastActivityAt),
              ]
                .filter(Boolean)
                .join(" · ")}
            </small>
          </li>
        ))}
      </ul>
      {!hasOnAll && !contact.group && can("conversation.start") && (
        <Link to="/new" search={{ contact: contact.id }} className={buttonLook({ small: true })}>
          <Icon of={SquarePen} size={14} />
          {t("contact.write")}
        </Link>
      )}
    </section>
  );
}
