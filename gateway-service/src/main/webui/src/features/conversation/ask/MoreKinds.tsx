import {
  ContactRound,
  ExternalLink,
  ListChecks,
  type LucideIcon,
  MapPin,
  MapPinned,
  MessageCircleQuestion,
  Plus,
} from "lucide-react";
import { useState } from "react";
import type { Conversation } from "../../../api/types";
import { useT } from "../../../i18n";
import { Icon } from "../../../ui/Icon";
import { Menu } from "../../../ui/Menu";
import { AskDialog } from "./AskDialog";
import { type AskKind, KINDS } from "./drafts";
import styles from "./Ask.module.css";

const PICTURES: Record<AskKind, LucideIcon> = {
  buttons: MessageCircleQuestion,
  options: ListChecks,
  link: ExternalLink,
  location: MapPin,
  "location-request": MapPinned,
  contacts: ContactRound,
};

/** What else can be sent: places, cards, and questions that the customer answers by pressing something. */
export function MoreKinds({ row }: { row: Conversation }) {
  const t = useT();
  const [kind, setKind] = useState<AskKind | null>(null);
  return (
    <>
      <Menu
        label={t("ask.more")}
        face={<Icon of={Plus} size={18} />}
        className={styles.more}
        placement="top start"
        groups={[
          {
            kind: "actions",
            id: "kinds",
            actions: KINDS.map((each) => ({
              id: each,
              text: t(`ask.kind.${each}`),
              picture: <Icon of={PICTURES[each]} size={16} />,
              run: () => setKind(each),
            })),
          },
        ]}
      />
      {kind && <AskDialog row={row} kind={kind} onClose={() => setKind(null)} />}
    </>
  );
}
