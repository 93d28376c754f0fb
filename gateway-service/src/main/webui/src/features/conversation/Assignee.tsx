import { ChevronDown, UserRoundPlus } from "lucide-react";
import type { Conversation } from "../../api/types";
import { useT } from "../../i18n";
import { firstName } from "../../lib/people";
import { useCan, useSession } from "../../live/session";
import { Avatar } from "../../ui/Avatar";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/Icon";
import { Keys } from "../../ui/Kbd";
import { Menu, type MenuAction, type OpenMenu } from "../../ui/Menu";
import { part } from "../../ui/part";
import styles from "./Assignee.module.css";
import type { Actions } from "./useActions";

const AssigneeMenu = part(() => import("./AssigneeMenu").then(({ AssigneeMenu }) => AssigneeMenu));

interface AssigneeProps {
  row: Conversation;
  actions: Actions;
  onTakeOver: () => void;
}

/** Who has the conversation, and what this operator may change about that. */
export function Assignee({ row, actions, onTakeOver }: AssigneeProps) {
  const t = useT();
  const can = useCan();
  const { me } = useSession();
  const { assignee } = row;
  const open = row.status === "open";
  const mayAssign = open && can("conversation.assign");
  const offers = (own: MenuAction | null) => ({
    show: (menu: OpenMenu) => (
      <AssigneeMenu {...menu} row={row} actions={actions} own={own} mayAssign={mayAssign} />
    ),
    preload: AssigneeMenu.preload,
  });

  if (!assignee) {
    if (!open || !(can("conversation.take") || mayAssign)) {
      return <span className={styles.nobody}>{t("header.unassigned")}</span>;
    }
    return (
      <span className={styles.assignment}>
        {can("conversation.take") && (
          <Button small onPress={() => void actions.take(row)}>
            <Icon of={UserRoundPlus} size={15} />
            {t("header.take")}
            <Keys of="take" />
          </Button>
        )}
        {mayAssign && (
          <Menu
            label={t("header.assign")}
            className={styles.assignee}
            placement="bottom end"
            face={<Icon of={ChevronDown} size={14} />}
            offers={offers(null)}
          />
        )}
      </span>
    );
  }
  const mine = assignee.id === me.id;
  const label = mine ? t("header.assignedToYou") : t("header.assignedTo", { name: assignee.name });
  const face = (
    <span className={styles.face}>
      <Avatar name={assignee.name} operator={assignee.id} size={20} />
      <span className={styles.assigneeName}>{mine ? t("header.you") : firstName(assignee.name)}</span>
    </span>
  );
  const release = { id: "release", text: t("header.release"), run: () => void actions.release(row) };
  const takeOver = { id: "take-over", text: t("header.takeOver"), run: onTakeOver };
  const own = mine ? can("conversation.take") && release : can("conversation.take-over") && takeOver;
  if (!open || !(own || mayAssign)) {
    return (
      <span className={styles.assignee} title={label}>
        <span className="sr">{label}</span>
        <span aria-hidden="true">{face}</span>
      </span>
    );
  }
  return (
    <Menu
      label={label}
      className={styles.assignee}
      placement="bottom end"
      face={
        <>
          {face}
          <Icon of={ChevronDown} size={14} />
        </>
      }
      offers={offers(own || null)}
    />
  );
}
