import { useEffect, useState } from "react";
import type { Conversation } from "../../../api/types";
import { useT, withItsTexts } from "../../../i18n";
import { useRefusal, useSession, useThread } from "../../../live/session";
import { part } from "../../../ui/part";
import { ASK_TEXTS } from "../ask/texts";
import { TEMPLATE_TEXTS } from "../offers/texts";
import { PRODUCT_TEXTS } from "../products/texts";
import { refusalSentence } from "../refused/sentences";
import type { Begun, Keeping, Obstacle } from "./begun";
import { hindrance } from "./hindrance";

const ReplyTemplate = part(() =>
  withItsTexts(TEMPLATE_TEXTS, () => import("../offers/ReplyTemplate")).then((it) => it.ReplyTemplate),
);
const AskDialog = part(() =>
  withItsTexts(ASK_TEXTS, () => import("../ask/AskDialog")).then((it) => it.AskDialog),
);
const ShowProducts = part(() =>
  withItsTexts(ASK_TEXTS, () => withItsTexts(PRODUCT_TEXTS, () => import("../products/ShowProducts"))).then(
    (it) => it.ShowProducts,
  ),
);

interface BegunProps {
  row: Conversation;
  begun: Begun;
  /** What keeps one from replying now. */
  obstacle: Obstacle | null;
  onChange: (begun: Begun | null) => void;
}

/** The dialog of what was begun. Whatever becomes of the conversation meanwhile, what stands in it stays. */
export function BegunDialog({ row, begun, obstacle, onChange }: BegunProps) {
  const t = useT();
  const { config } = useSession();
  const { kind, open, sent } = begun;
  const refusal = useRefusal(row.id);
  // It does not change under what was chosen of it.
  const [catalogId] = useState(
    () => config.numbers.find(({ phoneNumberId }) => phoneNumberId === row.phoneNumberId)?.catalogId,
  );
  const isRefused = sent !== undefined && refusal?.again?.content === sent;
  const isOnItsWay = useThread(row.id)?.unsent.some(({ content }) => content === sent) ?? false;
  const isOver = sent !== undefined && !open && !isOnItsWay && !isRefused;
  useEffect(() => {
    if (isOver) onChange(null);
  }, [isOver, onChange]);
  const hinders = obstacle !== null && !(kind === "template" && obstacle === "closed");
  const keeping: Keeping = {
    open,
    hindered: hinders ? hindrance(obstacle, row, t) : undefined,
    refused: isRefused && refusal ? refusalSentence(refusal.problem, t) : undefined,
    onSent: (content) => onChange({ ...begun, sent: content, open: false }),
    // Who cannot send it closes it to do something about that.
    onClose: () => onChange(hinders ? { ...begun, open: false } : null),
  };
  switch (kind) {
    case "template":
      return <ReplyTemplate row={row} {...keeping} />;
    case "product":
    case "products":
    case "catalogue":
      return catalogId && <ShowProducts row={row} catalogId={catalogId} kind={kind} {...keeping} />;
    default:
      return <AskDialog row={row} kind={kind} {...keeping} />;
  }
}
