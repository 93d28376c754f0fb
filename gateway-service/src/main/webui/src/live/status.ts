import type { DeliveryError, Held, MessageStatus } from "../api/types";

/** A message's state only goes forward. `failed` may follow `sent`; what reached the phone did not fail. */
const RANK: Record<MessageStatus, number> = {
  received: 0,
  queued: 0,
  unknown: 1,
  accepted: 2,
  sent: 3,
  failed: 4,
  delivered: 5,
  read: 6,
  played: 7,
};

export const isLater = (candidate: MessageStatus, known: MessageStatus): boolean =>
  (RANK[candidate] ?? -1) > (RANK[known] ?? -1);

export interface StatusReport {
  status: MessageStatus;
  statusAt: string;
  error?: DeliveryError | undefined;
  /** Why it is not sent yet. */
  held?: Held | undefined;
}

/** Something new is said of a message: it came further, or it is told what it waits for. */
export const isNews = (report: StatusReport, known: MessageStatus): boolean =>
  isLater(report.status, known) || (report.held !== undefined && report.status === known);
