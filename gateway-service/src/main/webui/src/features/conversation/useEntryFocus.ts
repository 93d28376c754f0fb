import { type FocusEvent, type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from "react";
import type { ThreadEntry } from "./entries";

interface Parts {
  log: RefObject<HTMLElement | null>;
  entries: readonly ThreadEntry[];
  drawn: { start: number; end: number };
  /** Brings an entry on the screen. */
  reveal: (key: string) => void;
  /** The last entry on the screen. */
  lastSeen: () => number;
}

const canHaveFocus = ({ kind }: ThreadEntry): boolean => kind === "message" || kind === "note";

/** The keyboard in the thread: from entry to entry, also to those that are not drawn. */
export function useEntryFocus({ log, entries, drawn, reveal, lastSeen }: Parts) {
  const at = useRef<string | null>(null);
  const wanted = useRef<string | null>(null);
  const latest = useRef({ entries, lastSeen });
  useLayoutEffect(() => {
    latest.current = { entries, lastSeen };
  });

  const element = useCallback(
    (key: string) => log.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"] [data-entry]`),
    [log],
  );

  useLayoutEffect(() => {
    const next = wanted.current === null ? null : element(wanted.current);
    if (next) {
      wanted.current = null;
      next.focus({ preventScroll: true });
    } else if (at.current !== null && document.activeElement === document.body && !element(at.current)) {
      // What had the focus is not drawn any more; the keyboard stays in the thread, and goes on from there.
      log.current?.focus({ preventScroll: true });
    }
  }, [log, element, drawn]);

  const on = useCallback(
    (key: string) => {
      const there = element(key);
      if (there) there.focus({ preventScroll: true });
      else {
        wanted.current = key;
        reveal(key);
      }
    },
    [element, reveal],
  );

  /** @returns whether there is an entry to go to */
  const move = useCallback(
    (by: 1 | -1): boolean => {
      const { entries: all } = latest.current;
      const from = all.findIndex(({ key }) => key === at.current);
      let next = from < 0 ? Math.min(latest.current.lastSeen(), all.length - 1) : from + by;
      const direction = from < 0 ? -1 : by;
      while (all[next] && !canHaveFocus(all[next]!)) next += direction;
      const entry = all[next];
      if (!entry) return false;
      const there = element(entry.key);
      if (there) there.focus();
      else on(entry.key);
      return true;
    },
    [element, on],
  );

  const onFocus = useCallback((event: FocusEvent<HTMLElement>) => {
    const key = event.target.closest<HTMLElement>("[data-key]")?.dataset["key"];
    if (key !== undefined) at.current = key;
  }, []);

  return useMemo(() => ({ on, move, onFocus }), [on, move, onFocus]);
}
