import {
  ClipboardList,
  ContactRound,
  File,
  Image,
  ListChecks,
  type LucideIcon,
  MapPin,
  MessageSquareDashed,
  Mic,
  Pencil,
  Phone,
  ShoppingBag,
  Sticker,
  Video,
} from "lucide-react";
import { kindOf, type Said } from "./messageWords";

const PICTURES: Record<string, LucideIcon | null> = {
  text: null,
  location: MapPin,
  contacts: ContactRound,
  order: ShoppingBag,
  choice: ListChecks,
  button: ListChecks,
  interactive: ListChecks,
  form: ClipboardList,
  "call-permission": Phone,
  image: Image,
  video: Video,
  audio: Mic,
  document: File,
  sticker: Sticker,
  edit: Pencil,
};

/** The picture before the words of a message; text has none. */
export function pictureOfMessage(message: Said): LucideIcon | null {
  const picture = PICTURES[kindOf(message)];
  return picture === undefined ? MessageSquareDashed : picture;
}
