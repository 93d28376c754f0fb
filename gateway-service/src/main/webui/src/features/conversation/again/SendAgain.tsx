import { useState } from "react";
import type { TimelineItem } from "../../../api/types";
import { useT } from "../../../i18n";
import { useAsking } from "../../../live/asking";
import { useInbox } from "../../../live/session";
import { toast } from "../../../ui/Toasts";
import { trayOf } from "../attach/tray";
import { nameOf } from "../media/files";
import { addressOf, useTickets } from "../media/source";
import { asSent } from "./asSent";

/** Under a message that is more than words and was not delivered: the same once more, where that is possible. */
export function SendAgain({ item }: { item: TimelineItem }) {
  const { content } = item;
  const again = asSent(content);
  const [done, setDone] = useState(false);
  const t = useT();
  const inbox = useInbox();
  if (done) return null;
  if (again)
    return (
      <button type="button" onClick={() => setDone(inbox.send(item.conversationId, again, content))}>
        {t("again.send")}
      </button>
    );
  return "attachment" in content && item.media?.state === "stored" ? (
    <AttachAgain item={item} onDone={() => setDone(true)} />
  ) : null;
}

/** A file goes with one message alone: to go once more, it is brought once more. */
function AttachAgain({ item, onDone }: { item: TimelineItem; onDone: () => void }) {
  const t = useT();
  const inbox = useInbox();
  const { api, me, queries } = useAsking();
  const tickets = useTickets();
  const [busy, setBusy] = useState(false);
  const { content, conversationId, media } = item;
  const attach = async () => {
    setBusy(true);
    try {
      const file = await fetch(addressOf(item, await tickets.get(conversationId)));
      if (!file.ok) throw new Error(`answered ${file.status}`);
      const bytes = await file.blob();
      const type = media?.mimeType ?? bytes.type;
      const source = new File([bytes], nameOf(item) ?? `${content.type}.${type.split("/")[1] ?? "bin"}`, {
        type,
      });
      const tray = trayOf(api, conversationId, me.id);
      if (content.type === "voice") tray.speak(source, (voice) => inbox.send(conversationId, voice));
      else {
        const { kinds } = await queries.fetchQuery({
          ...{ queryKey: ["attachments", "limits"], queryFn: api.fileLimits, staleTime: Infinity },
        });
        tray.add([source], kinds);
        inbox.drafts.giveBack(conversationId, "reply", content.text ?? "");
        toast(t("again.attached"));
      }
      onDone();
    } catch {
      setBusy(false);
      toast(t("again.failed"));
    }
  };
  return (
    <button type="button" disabled={busy} onClick={() => void attach()}>
      {t(content.type === "voice" ? "again.send" : "again.attach")}
    </button>
  );
}
