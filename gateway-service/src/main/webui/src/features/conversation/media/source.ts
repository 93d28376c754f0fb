import { useCallback, useEffect, useRef, useState } from "react";
import type { TimelineItem } from "../../../api/types";
import { useInbox, useSession } from "../../../live/session";
import { type Tickets, ticketsOf } from "./tickets";

/** `whole`: the file itself; `thumbnail`: a small form of it. */
export type Size = "whole" | "thumbnail";
export interface WhoseFile extends Pick<TimelineItem, "id" | "conversationId"> {
  /** On which card of a template it is. */
  card?: number;
}

export function addressOf(
  { conversationId, id, card }: WhoseFile,
  ticket: string,
  size: Size = "whole",
): string {
  const query = new URLSearchParams(size === "thumbnail" ? { size, ticket } : { ticket });
  if (card !== undefined) query.set("card", String(card));
  return `/api/conversations/${conversationId}/messages/${id}/media?${query.toString()}`;
}

export function useTickets(): Tickets {
  const { api } = useSession();
  return ticketsOf(api, useInbox().clock);
}

export interface Source {
  /** `null` until it may be asked for. */
  src: string | null;
  failed: boolean;
  /** The element's key: with another one, it loads anew. */
  attempt: number;
  onError: () => void;
  retry: () => void;
}

/** Where the file of a message is loaded from. What is refused is tried once more with a new ticket. */
export function useSource(item: WhoseFile, size: Size): Source {
  const tickets = useTickets();
  const { conversationId } = item;
  const [ticket, setTicket] = useState(() => tickets.good(conversationId));
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const renewed = useRef(false);

  const load = useCallback(
    (asked: Promise<string>) =>
      void asked.then(
        (good) => {
          setTicket(good);
          setAttempt((before) => before + 1);
        },
        () => setFailed(true),
      ),
    [],
  );
  useEffect(() => {
    if (ticket === null) load(tickets.get(conversationId));
  }, [tickets, conversationId, ticket, load]);

  return {
    src: ticket === null ? null : addressOf(item, ticket, size),
    failed,
    attempt,
    onError: () => {
      if (renewed.current) return setFailed(true);
      renewed.current = true;
      load(tickets.renewed(conversationId));
    },
    retry: () => {
      renewed.current = false;
      setFailed(false);
      load(tickets.renewed(conversationId));
    },
  };
}
