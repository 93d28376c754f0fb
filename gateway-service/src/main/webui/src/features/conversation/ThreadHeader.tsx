import { ArrowLeft, Check, ChevronDown, PanelRight, RotateCcw, UserRoundPlus } from "lucide-react";
import type { Conversation } from "../../api/types";
import { useT } from "../../i18n";
import { useCan, useSession } from "../../live/session";
import { firstName } from "../../lib/people";
import { phoneForPeople } from "../../lib/phone";
import { Avatar, Button, Icon, IconButton, Keys } from "../../ui/basics";
import { Menu, MenuItem } from "../../ui/Menu";
import type { Actions } from "./useActions";
import styles from "./conversation.module.css";
import { WindowChip } from "./WindowChip";

interface HeaderProps {
  row: Conversation;
  actions: Actions;
  onTakeOver: () => void;
  onBack: () => void;
  detailsShown: boolean;
  onDetails: () => void;
}

export function ThreadHeader({ row, actions, onTakeOver, onBack, detailsShown, onDetails }: HeaderProps) {
  const t = useT();
  const can = useCan();
  const { contact } = row;
  return (
    <header className={styles.header}>
      <IconButton label={t("nav.back")} icon={ArrowLeft} size={20} className={styles.back} onClick={onBack} />
      <div className={styles.who}>
        <Avatar name={contact.name} initials={contact.initials} size={36} />
        <div>
          <h2 dir="auto">{contact.name}</h2>
          <small dir="ltr">{contact.phone ? phoneForPeople(contact.phone) : contact.username}</small>
        </div>
      </div>
      {row.status === "open" && <WindowChip expiresAt={row.windowExpiresAt} />}
      <Assignee row={row} actions={actions} onTakeOver={onTakeOver} />
      {can("conversation.resolve") && (
        <>
          <span className={styles.divider} />
          {row.status === "open" ? (
            <Button small className={styles.decide} onClick={() => void actions.resolve(row)}>
              <Icon of={Check} size={15} />
              <span>{t("header.resolve")}</span>
              <Keys of="resolve" />
            </Button>
          ) : (
            <Button small className={styles.decide} onClick={() => void actions.reopen(row)}>
              <Icon of={RotateCcw} size={15} />
              <span>{t("header.reopen")}</span>
              <Keys of="reopen" />
            </Button>
          )}
        </>
      )}
      {!detailsShown && (
        <IconButton
          label={t("header.details")}
          icon={PanelRight}
          size={17}
          shortcut="details"
          onClick={onDetails}
        />
      )}
    </header>
  );
}

function Assignee({
  row,
  actions,
  onTakeOver,
}: {
  row: Conversation;
  actions: Actions;
  onTakeOver: () => void;
}) {
  const t = useT();
  const can = useCan();
  const { me } = useSession();
  const { assignee } = row;
  if (!assignee) {
    return can("conversation.take") && row.status === "open" ? (
      <Button small className={styles.take} onClick={() => void actions.take(row)}>
        <Icon of={UserRoundPlus} size={15} />
        {t("header.take")}
        <Keys of="take" />
      </Button>
    ) : (
      <span className={styles.nobody}>{t("header.unassigned")}</span>
    );
  }
  const mine = assignee.id === me.id;
  const label = mine ? t("header.assignedToYou") : t("header.assignedTo", { name: assignee.name });
  const face = (
    <>
      <Avatar name={assignee.name} operator={assignee.id} size={20} />
      <span className={styles.assigneeName}>{mine ? t("header.you") : firstName(assignee.name)}</span>
    </>
  );
  const item = mine
    ? can("conversation.take") && { text: t("header.release"), run: () => void actions.release(row) }
    : can("conversation.take-over") && { text: t("header.takeOver"), run: onTakeOver };
  if (!item || row.status !== "open") {
    return (
      <span className={styles.assignee} title={label}>
        <span className="sr">{label}</span>
        <span className={styles.face} aria-hidden="true">
          {face}
        </span>
      </span>
    );
  }
  return (
    <Menu
      label={label}
      className={styles.assignee}
      place={{ top: "calc(100% + 6px)", right: 0 }}
      button={
        <>
          <span className={styles.face}>{face}</span>
          <Icon of={ChevronDown} size={14} />
        </>
      }
    >
      {(close) => (
        <MenuItem
          onClick={() => {
            close();
            item.run();
          }}
        >
          {item.text}
        </MenuItem>
      )}
    </Menu>
  );
}
