import { type RefObject, useEffect, useRef } from "react";
import type { Conversation } from "../../../api/types";
import { useDraft, useSession } from "../../../live/session";

/** The customer sees it for 25 seconds. */
const EVERY = 20_000;

/** Has the customer see that whoever holds his conversation types an answer. Whether he does is the server's matter. */
export function useTyping(
  { id, assignee }: Conversation,
  field: RefObject<HTMLTextAreaElement | null>,
): void {
  const { api, me } = useSession();
  const text = useDraft(id, "reply");
  const mine = assignee?.id === me.id;
  const before = useRef(text);
  const told = useRef(-EVERY);
  useEffect(() => {
    const typed = text !== before.current && text !== "" && document.activeElement === field.current;
    before.current = text;
    // What was sent has ended it on the phone.
    if (text === "") told.current = -EVERY;
    const now = performance.now();
    if (!typed || !mine || now - told.current < EVERY) return;
    told.current = now;
    const path = { conversationId: id };
    // That it could not be shown is no drama.
    void api
      .ask((http) => http.PUT("/api/conversations/{conversationId}/typing", { params: { path } }))
      .catch(() => {});
  }, [api, id, mine, text, field]);
}
