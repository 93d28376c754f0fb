import { ApiProblem } from "../../../api/client";
import type { TimelineItem } from "../../../api/types";
import { type Translate, useT } from "../../../i18n";
import { uuidv7 } from "../../../lib/ids";
import { patiently } from "../../../live/patience";
import { useInbox, useSession } from "../../../live/session";
import { toast } from "../../../ui/Toasts";
import { ours } from "./named";

/** Sets an emoji of the business on a message; the one that stands there is taken away. */
export function useReact(item: TimelineItem): (emoji: string) => Promise<void> {
  const t = useT();
  const inbox = useInbox();
  const { api } = useSession();
  const { conversationId, id: messageId } = item;
  return async (emoji) => {
    const id = uuidv7();
    const wanted = ours(item)?.emoji === emoji ? "" : emoji;
    try {
      const row = inbox.store.conversation(conversationId);
      const { epoch } = row?.assignee ? row : await inbox.take(conversationId);
      const { reactions } = await patiently(epoch, () =>
        api.ask((http) =>
          http.PUT("/api/conversations/{conversationId}/messages/{messageId}/reaction", {
            params: { path: { conversationId, messageId } },
            body: { id, emoji: wanted, epoch },
          }),
        ),
      );
      inbox.store.putItem({ ...item, reactions });
    } catch (error) {
      toast(whyNot(error, t));
    }
  };
}

function whyNot(error: unknown, t: Translate): string {
  const key = error instanceof ApiProblem ? error.reasonKey : "";
  switch (key) {
    case "message-too-old":
    case "message-not-on-whatsapp":
    case "message-deleted":
    case "window-closed":
    case "held-by-another-operator":
    case "number-removed":
      return t(`tools.notReacted.${key}`);
    default:
      return t("tools.notReacted");
  }
}
