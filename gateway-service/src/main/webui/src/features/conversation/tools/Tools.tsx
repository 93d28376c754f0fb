import { Copy, Link2, Reply, SmilePlus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Conversation, TimelineItem } from "../../../api/types";
import { useT } from "../../../i18n";
import { copyText } from "../../../lib/clipboard";
import { useCan, useConversation, useInbox, useIsPast, useSession } from "../../../live/session";
import { IconButton } from "../../../ui/IconButton";
import { part } from "../../../ui/part";
import { toast } from "../../../ui/Toasts";
import { isOnWhatsApp, ours, quotedOf } from "./named";
import { useReact } from "./useReact";
import styles from "./Tools.module.css";

const Emojis = part(() => import("./Emojis").then((it) => it.Emojis));

/** Shown while the pointer is on the message, or the focus in it. */
export function Tools({ item }: { item: TimelineItem }) {
  const place = useRef<HTMLSpanElement>(null);
  const [near, setNear] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const article = place.current?.closest("article");
    if (!article) return;
    const come = () => setNear(true);
    const go = () => setNear(article.matches(":hover") || article.contains(document.activeElement));
    // Where the focus goes is known a moment later.
    const leave = () => queueMicrotask(go);
    const listeners = [
      ["pointerenter", come],
      ["focusin", come],
      ["pointerleave", leave],
      ["focusout", leave],
    ] as const;
    for (const [type, listener] of listeners) article.addEventListener(type, listener);
    // It came when the pointer was there already.
    go();
    return () => {
      for (const [type, listener] of listeners) article.removeEventListener(type, listener);
    };
  }, []);
  return (
    <span ref={place} className={styles.tools}>
      {(near || open) && <Bar item={item} open={open} onOpen={setOpen} />}
    </span>
  );
}

interface BarProps {
  item: TimelineItem;
  /** Whether emojis are shown. */
  open: boolean;
  onOpen: (open: boolean) => void;
}

function Bar({ item, open, onOpen }: BarProps) {
  const t = useT();
  const inbox = useInbox();
  const react = useReact(item);
  const mayAnswer = useMayAnswer(useConversation(item.conversationId)) && isOnWhatsApp(item);
  const smile = useRef<HTMLButtonElement>(null);
  const { text } = item.content;
  const copy = (what: string, done: string, not: string) =>
    void copyText(what).then(
      () => toast(done),
      () => toast(not),
    );
  const link = new URL(`/inbox/all?c=${item.conversationId}&m=${item.id}`, location.origin).href;
  return (
    <div>
      {mayAnswer && (
        <>
          <IconButton
            icon={Reply}
            label={t("tools.answer")}
            onPress={() => inbox.answer(item.conversationId, quotedOf(item))}
          />
          <IconButton
            ref={smile}
            icon={SmilePlus}
            label={t("tools.react")}
            aria-haspopup="dialog"
            aria-expanded={open}
            onPress={() => onOpen(true)}
          />
        </>
      )}
      {text && (
        <IconButton
          icon={Copy}
          label={t("tools.copy")}
          onPress={() => copy(text, t("tools.copied"), t("tools.notCopied"))}
        />
      )}
      <IconButton
        icon={Link2}
        label={t("message.copyLink")}
        onPress={() => copy(link, t("message.linkCopied"), t("message.linkNotCopied", { link }))}
      />
      {open && (
        <Emojis
          trigger={smile}
          chosen={ours(item)?.emoji}
          onChoose={(emoji) => {
            onOpen(false);
            void react(emoji);
          }}
          onClose={() => onOpen(false)}
        />
      )}
    </div>
  );
}

/** What may be sent in reply may be set on a message. */
function useMayAnswer(row: Conversation | null): boolean {
  const can = useCan();
  const { me } = useSession();
  const closed = useIsPast(row?.windowExpiresAt);
  return (
    row !== null &&
    can("conversation.reply") &&
    row.status === "open" &&
    !closed &&
    !row.blocked &&
    !row.handledBy &&
    (row.assignee ? row.assignee.id === me.id : can("conversation.take"))
  );
}
