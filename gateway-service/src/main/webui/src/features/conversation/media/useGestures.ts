import { type RefObject, useEffect, useRef } from "react";

interface Gestures {
  onZoom: (factor: number) => void;
  onMove: (x: number, y: number) => void;
}

/** The wheel and two fingers zoom, one finger or the mouse moves. */
export function useGestures(surface: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const latest = useRef(gestures);
  useEffect(() => {
    latest.current = gestures;
  });
  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    const pointers = new Map<number, { x: number; y: number }>();
    const onWheel = (event: WheelEvent) => {
      // The page itself is not to grow.
      event.preventDefault();
      latest.current.onZoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)));
    };
    const onDown = (event: PointerEvent) => {
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    };
    const onMove = (event: PointerEvent) => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const now = { x: event.clientX, y: event.clientY };
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      pointers.set(event.pointerId, now);
      if (other) latest.current.onZoom(distance(now, other) / Math.max(1, distance(before, other)));
      else latest.current.onMove(now.x - before.x, now.y - before.y);
    };
    const onUp = (event: PointerEvent) => void pointers.delete(event.pointerId);
    element.addEventListener("wheel", onWheel, { passive: false });
    element.addEventListener("pointerdown", onDown);
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp);
    window.addEventListener("pointercancel", onUp);
    return () => {
      element.removeEventListener("wheel", onWheel);
      element.removeEventListener("pointerdown", onDown);
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("pointercancel", onUp);
    };
  }, [surface]);
}

const distance = (a: { x: number; y: number }, b: { x: number; y: number }): number =>
  Math.hypot(a.x - b.x, a.y - b.y);
