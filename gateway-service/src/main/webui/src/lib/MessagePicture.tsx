import {
  Ban,
  ClipboardList,
  ContactRound,
  File,
  Image,
  LayoutTemplate,
  Link,
  ListChecks,
  type LucideIcon,
  MapPin,
  MessageCircleQuestion,
  MessageSquareDashed,
  Mic,
  Music,
  Pencil,
  Phone,
  ShoppingBag,
  Sticker,
  Video,
} from "lucide-react";
import { kindOf, type Said } from "./messageWords";

const PICTURES: Record<string, LucideIcon> = {
  location: MapPin,
  contacts: ContactRound,
  order: ShoppingBag,
  choice: ListChecks,
  button: ListChecks,
  interactive: ListChecks,
  form: ClipboardList,
  "call-permission": Phone,
  call: Phone,
  image: Image,
  video: Video,
  audio: Music,
  voice: Mic,
  revoked: Ban,
  document: File,
  sticker: Sticker,
  edit: Pencil,
  template: LayoutTemplate,
  buttons: MessageCircleQuestion,
  options: ListChecks,
  link: Link,
  "location-request": MapPin,
  product: ShoppingBag,
  products: ShoppingBag,
  catalogue: ShoppingBag,
};

/** The picture before the words of a message that is no text. Which there are is known where it is needed. */
export function MessagePicture({ message, size }: { message: Said; size: number }) {
  const Picture = PICTURES[kindOf(message)] ?? MessageSquareDashed;
  return <Picture size={size} strokeWidth={1.75} aria-hidden="true" />;
}
