import type { Uuid } from "../api/types";

/** What of a list is known: its rows from one place down to another. */
export interface ViewSnapshot {
  ids: readonly Uuid[];
  /** How many rows stand above these, as far as it is known. */
  above: number;
  state: "idle" | "loading" | "ready" | "error";
  /** How to ask for what stands below and above; `null`: nothing does. */
  older: string | null;
  newer: string | null;
  loadingOlder: boolean;
  loadingNewer: boolean;
  /** What came to the top since that was last looked at. */
  arrived: number;
}

/** Of a list that was not read. */
export const NOTHING: ViewSnapshot = {
  ...{ ids: [], above: 0, state: "idle", older: null, newer: null },
  ...{ loadingOlder: false, loadingNewer: false, arrived: 0 },
};
