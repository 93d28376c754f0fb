import {
  ContactRound,
  ExternalLink,
  ListChecks,
  type LucideIcon,
  MapPin,
  MapPinned,
  MessageCircleQuestion,
  Plus,
  ShoppingBag,
  Store,
  Tag,
} from "lucide-react";
import type { Conversation } from "../../../api/types";
import { useT } from "../../../i18n";
import { useSession } from "../../../live/session";
import { Icon } from "../../../ui/Icon";
import { Menu } from "../../../ui/Menu";
import { SHOWING, type Showing } from "../products/drafts";
import { type AskKind, KINDS } from "./drafts";
import styles from "./Ask.module.css";

const OF_CATALOGUE: Record<Showing, LucideIcon> = { product: Tag, products: ShoppingBag, catalogue: Store };
const PICTURES: Record<AskKind, LucideIcon> = {
  buttons: MessageCircleQuestion,
  options: ListChecks,
  link: ExternalLink,
  location: MapPin,
  "location-request": MapPinned,
  contacts: ContactRound,
};

interface MoreKindsProps {
  row: Conversation;
  onChoose: (kind: AskKind | Showing) => void;
}

/** What else can be sent: places, cards, questions that the customer answers by pressing something, and products. */
export function MoreKinds({ row, onChoose }: MoreKindsProps) {
  const t = useT();
  const { config } = useSession();
  const catalogId = config.numbers.find(
    ({ phoneNumberId }) => phoneNumberId === row.phoneNumberId,
  )?.catalogId;
  return (
    <Menu
      label={t("ask.more")}
      face={<Icon of={Plus} size={18} />}
      className={styles.more}
      placement="top start"
      offers={[
        {
          kind: "actions",
          id: "kinds",
          actions: KINDS.map((each) => ({
            id: each,
            text: t(`ask.kind.${each}`),
            picture: <Icon of={PICTURES[each]} size={16} />,
            run: () => onChoose(each),
          })),
        },
        ...(catalogId
          ? [
              {
                kind: "actions" as const,
                id: "catalogue",
                actions: SHOWING.map((each) => ({
                  id: each,
                  text: t(`ask.kind.${each}`),
                  picture: <Icon of={OF_CATALOGUE[each]} size={16} />,
                  run: () => onChoose(each),
                })),
              },
            ]
          : []),
      ]}
    />
  );
}
