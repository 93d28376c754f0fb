import { useT } from "../../../i18n";
import { toast } from "../../../ui/Toasts";
import { nameOf } from "./files";
import type { LookedAt } from "./looked";
import { addressOf, useTickets } from "./source";

/** Saves the file of a message under its name. The ticket is asked for at that moment: it may have run out since. */
export function useDownload(item: LookedAt): () => void {
  const t = useT();
  const tickets = useTickets();
  return () =>
    void tickets.get(item.conversationId).then(
      (ticket) => {
        const link = document.createElement("a");
        link.href = addressOf(item, ticket);
        link.download = nameOf(item) ?? "";
        link.click();
      },
      () => toast(t("media.notDownloaded")),
    );
}
