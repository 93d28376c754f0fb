import {
  ArrowRightLeft,
  Ban,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  ContactRound,
  Ellipsis,
  ListChecks,
  LogOut,
  type LucideIcon,
  MessageCircle,
  Pencil,
  Pin,
  RotateCcw,
  SendHorizontal,
  Smartphone,
  StickyNote,
  Trash2,
  UserRoundCheck,
  UserRoundPlus,
  UsersRound,
} from "lucide-react";
import type { HistoryKind } from "../../api/types";
import { Icon } from "../../ui/Icon";
import { isOfGroup, sameAs } from "./Happening";

const PICTURES: Partial<Record<HistoryKind, LucideIcon>> = {
  "customer-wrote": MessageCircle,
  "customer-edited": Pencil,
  "customer-edited-untold": Pencil,
  "customer-revoked": Trash2,
  "customer-pinned": Pin,
  "customer-voted": ListChecks,
  "customer-changed-number": ContactRound,
  "customer-changed-identity": ContactRound,
  "customer-changed-device": Smartphone,
  "customer-other": Ellipsis,
  started: SendHorizontal,
  taken: UserRoundCheck,
  assigned: UserRoundPlus,
  released: LogOut,
  "taken-over": ArrowRightLeft,
  replied: SendHorizontal,
  "replied-anyway": SendHorizontal,
  "note-added": StickyNote,
  "note-edited": StickyNote,
  "note-deleted": StickyNote,
  resolved: CircleCheck,
  reopened: RotateCcw,
  "delivery-failed": CircleAlert,
  "delivery-unknown": CircleHelp,
  "answer-settled-arrived": CircleCheck,
  "answer-sent-again": SendHorizontal,
  "key-moved": ContactRound,
  "handed-over-to-us": ArrowRightLeft,
  "handed-over-to-another": ArrowRightLeft,
  blocked: Ban,
  unblocked: RotateCcw,
  "block-failed": CircleAlert,
  "consent-given": CircleCheck,
  "consent-withdrawn": Ban,
};

/** The picture of what happened; a newer server may tell of kinds that are not known here. */
export function HappeningPicture({ kind, size }: { kind: HistoryKind; size: number }) {
  return <Icon of={PICTURES[sameAs(kind)] ?? (isOfGroup(kind) ? UsersRound : MessageCircle)} size={size} />;
}
