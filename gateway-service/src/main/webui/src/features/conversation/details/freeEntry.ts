import type { TimelineItem } from "../../../api/types";

const HOUR = 3_600_000;
const ANSWERED_WITHIN = 24 * HOUR;
const FREE_FOR = 72 * HOUR;

/**
 * What came of it that the customer arrived by an ad or a page's button: answered within a day, messages to him cost
 * nothing for three.
 */
export type FreeEntry =
  /** He waits for the answer that makes them free. */
  | { kind: "offered"; until: number }
  /** They are; `told` when WhatsApp says until when, else it is reckoned from our answer. */
  | { kind: "free"; until: number; told: boolean };

/**
 * @param items what is loaded of the timeline, the oldest first
 * @param now by the server's clock
 * @returns `null` when messages are paid for, as far as can be seen
 */
export function freeEntry(items: readonly TimelineItem[], now: number): FreeEntry | null {
  let came: number | null = null;
  let answered: number | null = null;
  let told: number | null = null;
  for (const { direction, at, context, pricing, status } of items) {
    if (direction === "inbound") {
      if (context?.referral) [came, answered] = [Date.parse(at), null];
    } else if (status !== "failed") {
      if (came !== null && Date.parse(at) < came + ANSWERED_WITHIN) answered ??= Date.parse(at);
      if (pricing?.freeUntil) told = Date.parse(pricing.freeUntil);
    }
  }
  const until = told ?? (answered === null ? null : answered + FREE_FOR);
  if (until !== null && until > now) return { kind: "free", until, told: told !== null };
  return came !== null && answered === null && came + ANSWERED_WITHIN > now
    ? { kind: "offered", until: came + ANSWERED_WITHIN }
    : null;
}
