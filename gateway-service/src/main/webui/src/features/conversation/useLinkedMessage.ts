import { useEffect, useState } from "react";
import type { Uuid } from "../../api/types";
import { useInbox } from "../../live/session";
import type { Found } from "../../live/readingThread";

/** Looks for the message that the address names. `looking`: it is not known yet what becomes of it; null: none is named. */
export function useLinkedMessage(id: Uuid, message: Uuid | null): Found | "looking" | null {
  const inbox = useInbox();
  const [answer, setAnswer] = useState<{ message: Uuid; found: Found } | null>(null);
  useEffect(() => {
    if (message === null) return;
    let wanted = true;
    void inbox.showMessage(id, message).then((found) => {
      if (wanted) setAnswer({ message, found });
    });
    return () => {
      wanted = false;
    };
  }, [inbox, id, message]);
  if (message === null) return null;
  return answer?.message === message ? answer.found : "looking";
}
