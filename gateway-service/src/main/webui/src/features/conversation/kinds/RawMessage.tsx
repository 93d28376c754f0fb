import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { TimelineItem } from "../../../api/types";
import { useT } from "../../../i18n";
import { useAsking } from "../../../live/asking";
import { useCan } from "../../../live/session";
import { Button } from "../../../ui/Button";
import styles from "./RawMessage.module.css";

/** What WhatsApp sent of a message that cannot be shown, for those who find out what it is. */
export function RawMessage({ item }: { item: TimelineItem }) {
  const t = useT();
  const can = useCan();
  const [open, setOpen] = useState(false);
  if (!can("message.see-raw") || item.direction !== "inbound") return null;
  return (
    <span className={styles.place}>
      <Button small aria-expanded={open} onPress={() => setOpen(!open)}>
        {t(open ? "message.raw.hide" : "message.raw.show")}
      </Button>
      {open && <Raw item={item} />}
    </span>
  );
}

function Raw({ item: { conversationId, id } }: { item: TimelineItem }) {
  const t = useT();
  const { api, queries } = useAsking();
  const { data, isError } = useQuery(
    {
      queryKey: ["raw", "messages", id],
      queryFn: () =>
        api.ask((http) =>
          http.GET("/api/conversations/{conversationId}/messages/{messageId}/raw", {
            params: { path: { conversationId, messageId: id } },
          }),
        ),
      staleTime: Infinity,
    },
    queries,
  );
  if (isError && !data) return <span role="alert">{t("message.raw.failed")}</span>;
  if (!data) return null;
  return (
    <code className={styles.raw} tabIndex={0} role="region" aria-label={t("message.raw")} dir="ltr">
      {inLines(data.raw)}
    </code>
  );
}

function inLines(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
}
