import type { TimelineItem } from "../../../api/types";
import type { Translate } from "../../../i18n";
import { nameOfKind, withoutDirections } from "../../../lib/messageWords";

/** The kinds of files that are shown each in its way. All others are documents. */
export type FileKind = "picture" | "sticker" | "video" | "voice" | "audio" | "document";

const SHOWN: Record<string, FileKind> = { image: "picture", video: "video", audio: "audio" };

/** What it is by its own bytes; what the platform calls it says only how it was meant. */
export function kindOfFile({ content, media }: TimelineItem): FileKind {
  const group = media?.mimeType?.split("/")[0] ?? "";
  switch (content.type) {
    case "sticker":
      return media?.mimeType && group !== "image" ? "document" : "sticker";
    case "voice":
      return media?.mimeType && group !== "audio" ? "document" : "voice";
    case "image":
    case "video":
    case "audio":
      return SHOWN[media?.mimeType ? group : content.type] ?? "document";
    default:
      return "document";
  }
}

/** Under which name it is shown and saved. */
export function nameOf({ content, media }: TimelineItem): string | null {
  const name = media?.name ?? (content.type === "document" ? content.name : undefined);
  return name ? withoutDirections(name) : null;
}

/** How it is called where its caption stands beside it: by its name, else by its kind. */
export const titleOf = (item: TimelineItem, t: Translate): string =>
  nameOf(item) ?? nameOfKind(item.content.type, t);

/** So many characters at the end of a name are always in sight: its ending, and a little before it. */
const ENDING = 12;

/** A name in two parts, of which the first may be cut. */
export function inParts(name: string): [start: string, end: string] {
  const characters = [...name];
  const cut = Math.max(0, characters.length - ENDING);
  return [characters.slice(0, cut).join(""), characters.slice(cut).join("")];
}

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** `2.4 MB`. */
export function sizeInWords(locale: string, bytes: number): string {
  const power = bytes < 1_000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: UNITS[power]!,
    unitDisplay: power === 0 ? "long" : "short",
    maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(bytes / 1_000 ** power);
}

/** So large pictures are in a bubble, in pixels. */
const MOST = { width: 300, height: 320 };
const UNKNOWN = { width: 240, height: 180 };

/** How large a picture is in a bubble: known before it is there, so nothing moves when it comes. */
export function room({ width, height }: { width?: number; height?: number } = {}) {
  if (!width || !height) return UNKNOWN;
  const scale = Math.min(1, MOST.width / width, MOST.height / height);
  return { width: Math.max(48, Math.round(width * scale)), height: Math.max(48, Math.round(height * scale)) };
}
