import { useCallback, useEffect, useRef, useState } from "react";
import type { Uuid } from "../../api/types";
import { useT } from "../../i18n";
import { useInbox } from "../../live/session";
import type { ThreadSnapshot } from "../../live/threads";
import { toast } from "../../ui/Toasts";
import type { ThreadEntry } from "./entries";
import type { useLinkedMessage } from "./useLinkedMessage";

/** So long the message that was led to is marked. */
const MARKED_FOR = 2_500;

interface Parts {
  id: Uuid;
  thread: ThreadSnapshot | null;
  /** The message that the address names, and what became of it. */
  linked: Uuid | null;
  found: ReturnType<typeof useLinkedMessage>;
  /** What can be shown now. */
  entries: readonly ThreadEntry[];
  /** Brings an entry on the screen. */
  reveal: (key: string) => void;
  focus: { on: (key: string) => void };
}

/**
 * Leads to a message and marks it: once to the one that the address names, and to another as often as somebody presses
 * where it is quoted. `show` loads what stands around it, if it is not loaded.
 */
export function useLeading({ id, thread, linked, found, entries, reveal, focus }: Parts) {
  const t = useT();
  const inbox = useInbox();
  // A new object for each wish: the same message can be wanted again.
  const [wanted, setWanted] = useState<{ message: Uuid } | null>(null);
  const [marked, setMarked] = useState<{ message: Uuid } | null>(null);

  const led = useRef<Uuid | null>(null);
  useEffect(() => {
    if (linked === null || found !== "shown" || led.current === linked) return;
    led.current = linked;
    setWanted({ message: linked });
  }, [linked, found]);

  const show = useCallback(
    (message: Uuid) => {
      void inbox.showMessage(id, message, "as it is").then((became) => {
        if (became === "shown") setWanted({ message });
        else toast(t(`quote.${became}`));
      });
    },
    [inbox, id, t],
  );

  useEffect(() => {
    if (wanted === null) return;
    if (entries.some(({ key }) => key === wanted.message)) {
      reveal(wanted.message);
      focus.on(wanted.message);
      setMarked(wanted);
      setWanted(null);
    } else if (thread?.olderCursor && thread.items[0]?.id === wanted.message) {
      // The first of those that are loaded is not drawn before what stands above it is known.
      void inbox.loadOlder(id);
    }
  }, [inbox, id, thread, wanted, entries, reveal, focus]);

  useEffect(() => {
    if (marked === null) return;
    const timer = setTimeout(() => setMarked(null), MARKED_FOR);
    return () => clearTimeout(timer);
  }, [marked]);

  return { marked: marked?.message ?? null, show };
}
