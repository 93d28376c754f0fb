import { type RefObject, useEffect, useRef, useState } from "react";
import type { Uuid } from "../../api/types";
import { keepPlace } from "../../lib/windowing";

const QUIET = 1_000;
const LONGEST = 2_000;

/**
 * The order in which rows are shown. It follows the store, but never under the pointer: while that moved inside the list
 * in the last second the new order waits, for at most two; and the row that is open keeps its place.
 */
export function useOrder(
  ids: readonly Uuid[],
  selected: Uuid | null,
  list: RefObject<HTMLElement | null>,
): readonly Uuid[] {
  const [order, setOrder] = useState(ids);
  const movedAt = useRef(-QUIET);
  const heldSince = useRef<number | null>(null);
  const latest = useRef(ids);
  const shown = useRef(order);

  useEffect(() => {
    const element = list.current;
    const moved = () => (movedAt.current = performance.now());
    element?.addEventListener("pointermove", moved, { passive: true });
    return () => element?.removeEventListener("pointermove", moved);
  }, [list]);

  useEffect(() => {
    latest.current = ids;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      const now = performance.now();
      const quietIn = movedAt.current + QUIET - now;
      const held = heldSince.current === null ? 0 : now - heldSince.current;
      if (shown.current.length > 0 && quietIn > 0 && held < LONGEST && shown.current !== latest.current) {
        heldSince.current ??= now;
        timer = setTimeout(settle, Math.min(quietIn, LONGEST - held));
        return;
      }
      heldSince.current = null;
      shown.current = keepPlace(shown.current, latest.current, selected);
      setOrder(shown.current);
    };
    settle();
    return () => clearTimeout(timer);
  }, [ids, selected]);

  return order;
}
