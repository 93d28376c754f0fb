import type { Instant, Settled, TimelineItem, Uuid } from "../api/types";
import { type Amendment, Amendments } from "./amendments";
import { EarlyReports } from "./early";
import { isLater, isNews, type StatusReport } from "./status";

/**
 * What was told about messages, beside themselves. It may be heard before its message, and an answer that is under way
 * may not know it yet. States go by their rank, decisions are made once, and all else goes by when it was told.
 */
export class Told {
  readonly #early = new EarlyReports();
  readonly #settled = new Map<Uuid, Settled>();
  readonly #amendments = new Amendments();

  /**
   * @param authoritative the server's answer, which knows more than an event
   * @param askedAt the moment at which that was asked for
   */
  merged(
    item: TimelineItem,
    known: TimelineItem | undefined,
    authoritative: boolean,
    askedAt: number,
  ): TimelineItem {
    let merged = known && !authoritative ? known : this.#amendments.amended(item, askedAt);
    for (const report of [known, this.#early.get(item.id), item]) {
      if (report && isLater(report.status, merged.status)) {
        merged = { ...merged, status: report.status, statusAt: report.statusAt, error: report.error };
      }
    }
    this.#early.forget(item.id);
    const settled = item.settled ?? known?.settled ?? this.#settled.get(item.id);
    return settled && merged.settled !== settled ? { ...merged, settled } : merged;
  }

  /** It is not loaded any more, and an answer that is under way may be older than what was heard of it. */
  outlives(item: TimelineItem): void {
    if (item.direction === "outbound") this.#early.keep(item.id, item);
  }

  /** @returns what becomes of the message, if it is loaded and changes */
  report(id: Uuid, report: StatusReport, item: TimelineItem | undefined): TimelineItem | null {
    if (!item) this.#early.keep(id, report);
    return item && isNews(report, item.status) ? { ...item, ...report } : null;
  }

  /** @returns what becomes of the message, if it is loaded and changes */
  settle(id: Uuid, settled: Settled, item: TimelineItem | undefined): TimelineItem | null {
    this.#settled.set(id, settled);
    return item && !item.settled ? { ...item, settled } : null;
  }

  /**
   * @param at when it became so
   * @param heard the moment of this store
   * @returns what changes about the message; `null`: something newer was told before
   */
  amend(id: Uuid, amendment: Amendment, at: Instant, heard: number): Partial<TimelineItem> | null {
    return this.#amendments.keep(id, amendment, at, heard);
  }
}
