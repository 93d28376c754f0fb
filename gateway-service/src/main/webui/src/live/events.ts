import type { Events, LiveFrames, Place } from "../api/types";

type WireName = Extract<keyof Events, `${string}.v${number}`>;

/** The facts that reach a browser, by their wire names. Unknown names are ignored: newer servers may say more. */
export type LiveEvent = { [Name in WireName]: { type: Name; id: string; data: Events[Name] } }[WireName];

export type { Place };

/** Where an event stands: its stream, and its offset there. */
export type EventPlace = [stream: number, offset: number];

/** What the server says on the socket; an event as the contract of the events has it. */
export type Frame =
  | Exclude<LiveFrames, { type: "event" | "gone" }>
  | (Omit<Extract<LiveFrames, { type: "event" }>, "at" | "event"> & { at: EventPlace; event: LiveEvent })
  | (Omit<Extract<LiveFrames, { type: "gone" }>, "at"> & { at: EventPlace });
