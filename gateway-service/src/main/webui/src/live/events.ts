import type { Counts, Events, Instant, Uuid } from "../api/types";

type WireName = Extract<keyof Events, `${string}.v${number}`>;

/** The facts that reach a browser, by their wire names. Unknown names are ignored: newer servers may say more. */
export type LiveEvent = { [Name in WireName]: { type: Name; id: string; data: Events[Name] } }[WireName];

/** How far somebody has come: the offset to read next in each of the server's streams. */
export interface Place {
  streams: string;
  next: number[];
}

/** Where an event stands: its stream, and its offset there. */
export type EventPlace = [stream: number, offset: number];

/** What the server says on the socket. */
export type Frame =
  | { type: "hello"; at: Place; serverTime: Instant; protocol: number }
  | { type: "event"; at: EventPlace; event: LiveEvent }
  | { type: "resync"; at: Place }
  | { type: "gone"; at: EventPlace; conversationId: Uuid }
  /** How many conversations each list holds; told when it changes. */
  | { type: "counts"; counts: Counts }
  /** It says how far we are when nothing is left to tell. */
  | { type: "heartbeat"; serverTime: Instant; at?: Place };
