import { useEffect } from "react";
import { useConversation, useInbox, useThread } from "../../live/session";

/** A conversation whose newest messages are `shown` in a visible window has been read. */
export function useReading(id: string, shown: boolean): void {
  const inbox = useInbox();
  const thread = useThread(id);
  const row = useConversation(id);
  const sequence = shown && thread ? thread.lastSequence : 0;
  const known = row !== null;
  // Who becomes the responder while it is shown has read it as such.
  const holder = row?.assignee?.id;
  useEffect(() => {
    if (sequence === 0 || !known) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") timer = setTimeout(() => inbox.markRead(id, sequence), 250);
    };
    read();
    document.addEventListener("visibilitychange", read);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", read);
    };
  }, [inbox, id, sequence, known, holder]);
}
