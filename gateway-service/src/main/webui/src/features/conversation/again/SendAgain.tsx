import { useState } from "react";
import type { ContentOf, TimelineItem } from "../../../api/types";
import { useT } from "../../../i18n";
import { useAsking } from "../../../live/asking";
import { useInbox, useSession } from "../../../live/session";
import { toast } from "../../../ui/Toasts";
import { trayOf } from "../attach/tray";
import { nameOf } from "../media/files";
import { useTickets } from "../media/source";
import { asSent, hasFiles } from "./asSent";
import { fileOf, withFilesAgain } from "./files";

/** Under a message that is more than words and was not delivered: the same once more, where that is possible. */
export function SendAgain({ item }: { item: TimelineItem }) {
  const { content } = item;
  const again = asSent(content);
  const [done, setDone] = useState(false);
  const t = useT();
  const inbox = useInbox();
  if (done) return null;
  if (again && content.type === "template" && hasFiles(content))
    return isGone(item) ? null : <TemplateAgain item={item} content={content} onDone={() => setDone(true)} />;
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

/** Of cards it is seen when their files are asked for. */
const isGone = ({ content, media }: TimelineItem): boolean =>
  content.type === "template" && content.fileAbove !== undefined && media?.state !== "stored";

interface TemplateAgainProps {
  item: TimelineItem;
  content: ContentOf<"template">;
  onDone: () => void;
}

/** A template that has files: they are brought once more, and it goes as soon as the server has them. */
function TemplateAgain({ item, content, onDone }: TemplateAgainProps) {
  const t = useT();
  const inbox = useInbox();
  const { api } = useSession();
  const tickets = useTickets();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const shown = await withFilesAgain(item, content, api, tickets);
      const again = asSent(shown);
      if (again && inbox.send(item.conversationId, again, shown)) onDone();
    } catch {
      toast(t("again.template.failed"));
    }
    setBusy(false);
  };
  return (
    <button type="button" disabled={busy} aria-busy={busy} onClick={() => void send()}>
      {t(busy ? "again.uploading" : "again.send")}
    </button>
  );
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
      const source = await fileOf(item, tickets, {
        ...{ name: nameOf(item), kind: content.type, mimeType: media?.mimeType },
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
