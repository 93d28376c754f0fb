import type { Uuid } from "../api/types";
import { dropOldest } from "../lib/dropOldest";
import { isNews, type StatusReport } from "./status";

/** So many are remembered: the page with their message may be under way. */
const MOST = 500;

/** States of messages that are not loaded, or not any more. The latest of each. */
export class EarlyReports {
  readonly #reports = new Map<Uuid, StatusReport>();

  get = (id: Uuid): StatusReport | undefined => this.#reports.get(id);

  keep(id: Uuid, { status, statusAt, error, held }: StatusReport): void {
    const known = this.#reports.get(id);
    if (known && !isNews({ status, statusAt, held }, known.status)) return;
    this.#reports.delete(id);
    this.#reports.set(id, { status, statusAt, error, held });
    dropOldest(this.#reports, MOST);
  }

  forget(id: Uuid): void {
    this.#reports.delete(id);
  }
}
