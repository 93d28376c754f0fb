/** How a picture is looked at: how large, how far it is moved, in pixels, and how often it is turned by a quarter. */
export interface Sight {
  zoom: number;
  x: number;
  y: number;
  turns: number;
}

export const WHOLE: Sight = { zoom: 1, x: 0, y: 0, turns: 0 };
const MOST = 5;

interface Room {
  width: number;
  height: number;
}

const within = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/** It never leaves its place altogether. */
const moved = (sight: Sight, x: number, y: number, { width, height }: Room): Sight => ({
  ...sight,
  x: within(x, ((sight.zoom - 1) * width) / 2),
  y: within(y, ((sight.zoom - 1) * height) / 2),
});

export const movedBy = (sight: Sight, x: number, y: number, room: Room): Sight =>
  moved(sight, sight.x + x, sight.y + y, room);

/** From one to five times, about the middle of what is seen. */
export function zoomedBy(sight: Sight, factor: number, room: Room): Sight {
  const zoom = Math.max(1, Math.min(MOST, sight.zoom * factor));
  const by = zoom / sight.zoom;
  return moved({ ...sight, zoom }, sight.x * by, sight.y * by, room);
}

export const turned = (sight: Sight): Sight => ({ ...WHOLE, turns: (sight.turns + 1) % 4 });
