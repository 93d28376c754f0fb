import type { ReplyRequest } from "../../../api/types";
import type { AskKind } from "../ask/drafts";
import type { Showing } from "../products/drafts";

/** What can be made up in a dialog. */
export type Kind = "template" | AskKind | Showing;

/** What an operator makes up in a dialog. It stays until it was sent, or until he does away with it. */
export interface Begun {
  kind: Kind;
  /** Tells it from others of its kind, before and after. */
  key: string;
  /** Whether it is before him; else it comes back when it is asked for. */
  open: boolean;
  /** What was sent of it: should the server refuse that, it can be put right. */
  sent?: ReplyRequest["content"];
}

/** What a dialog is told by whoever keeps what is begun. */
export interface Keeping {
  open: boolean;
  /** Why it cannot be sent now, whatever stands in it. */
  hindered: string | undefined;
  /** Why it was not sent the last time. */
  refused: string | undefined;
  onSent: (content: ReplyRequest["content"]) => void;
  onClose: () => void;
}

/** What keeps one from replying. Of several the first is told. */
export const OBSTACLES = ["role", "removed", "resolved", "held", "blocked", "closed", "handled"] as const;
export type Obstacle = (typeof OBSTACLES)[number];
