import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { contactQuery } from "../../api/queries";
import type { Conversation } from "../../api/types";
import { useT } from "../../i18n";
import { useAsking } from "../../live/asking";
import styles from "./WritesAs.module.css";

/** Of a customer who writes in several conversations: as whom he gets the answer here, and where the others are. */
export function WritesAs({ row }: { row: Conversation }) {
  const t = useT();
  const { api, queries } = useAsking();
  const { data } = useQuery(contactQuery(api, row.contact.id), queries);
  const here = data?.conversations.find(({ id }) => id === row.id);
  if (!data || !here || data.conversations.length < 2) return null;
  return (
    <p className={styles.writesAs}>
      <span>{t("composer.answersGoTo", { name: here.writesAs })}</span>
      {data.conversations
        .filter(({ id }) => id !== row.id)
        .map(({ id, status, writesAs }) => (
          <Link
            key={id}
            to="/inbox/$view"
            params={{ view: status === "open" ? "all" : "resolved" }}
            search={{ c: id }}
          >
            {t("composer.otherConversation", { name: writesAs })}
          </Link>
        ))}
    </p>
  );
}
