import { ArrowLeft, Check, ChevronDown, PanelRight, RotateCcw, UserRoundPlus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Conversation, Operator } from "../../api/types";
import { useT } from "../../i18n";
import { useCan, useInbox, useSession } from "../../live/session";
import { firstName } from "../../lib/people";
import { phoneForPeople } from "../../lib/phone";
import { Avatar, Button, Icon, IconButton, Keys } from "../../ui/basics";
import { Menu, MenuHead, MenuItem, MenuLine } from "../../ui/Menu";
import type { Actions } from "./useActions";
import styles from "./conversation.module.css";
import { WindowChip } from "./WindowChip";

interface HeaderProps {
  row: Conversation;
  actions: Actions;
  /** Whether its messages are on the screen: what was not seen is not resolved. */
  shown: boolean;
  onTakeOver: () => void;
  onBack: () => void;
  detailsShown: boolean;
  onDetails: () => void;
}

export function ThreadHeader(props: HeaderProps) {
  const { row, actions, shown, onTakeOver, onBack, detailsShown, onDetails } = props;
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
            <Button
              small
              className={styles.decide}
              disabled={!shown}
              onClick={() => void actions.resolve(row)}
            >
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
  const open = row.status === "open";
  const mayAssign = open && can("conversation.assign");
  const give = (close: () => void) => (colleague: Operator) => {
    close();
    void actions.assign(row, colleague);
  };
  if (!assignee) {
    if (!open || !(can("conversation.take") || mayAssign)) {
      return <span className={styles.nobody}>{t("header.unassigned")}</span>;
    }
    return (
      <span className={styles.assignment}>
        {can("conversation.take") && (
          <Button small className={styles.take} onClick={() => void actions.take(row)}>
            <Icon of={UserRoundPlus} size={15} />
            {t("header.take")}
            <Keys of="take" />
          </Button>
        )}
        {mayAssign && (
          <Menu
            label={t("header.assign")}
            className={styles.assignee}
            place={{ top: "calc(100% + 6px)", right: 0 }}
            button={<Icon of={ChevronDown} size={14} />}
          >
            {(close) => <Colleagues holder={null} onChosen={give(close)} />}
          </Menu>
        )}
      </span>
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
  if (!open || !(item || mayAssign)) {
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
        <>
          {item && (
            <MenuItem
              onClick={() => {
                close();
                item.run();
              }}
            >
              {item.text}
            </MenuItem>
          )}
          {item && mayAssign && <MenuLine />}
          {mayAssign && <Colleagues holder={assignee.id} onChosen={give(close)} />}
        </>
      )}
    </Menu>
  );
}

/** Those to whom the conversation can be given, read when the menu opens. */
function Colleagues({
  holder,
  onChosen,
}: {
  holder: string | null;
  onChosen: (colleague: Operator) => void;
}) {
  const t = useT();
  const inbox = useInbox();
  const [colleagues, setColleagues] = useState<Operator[] | "loading" | "failed">("loading");
  useEffect(() => {
    let here = true;
    inbox.colleagues().then(
      (found) => here && setColleagues(found),
      () => here && setColleagues("failed"),
    );
    return () => {
      here = false;
    };
  }, [inbox]);
  const group = useRef<HTMLDivElement>(null);
  // Who opened the menu by keyboard goes on by keyboard.
  useEffect(() => {
    const menu = group.current?.closest("[role=menu]");
    if (!menu?.contains(document.activeElement)) menu?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  }, [colleagues]);
  const offered =
    colleagues === "loading" || colleagues === "failed" ? [] : colleagues.filter(({ id }) => id !== holder);
  const said =
    colleagues === "loading"
      ? t("assign.loading")
      : colleagues === "failed"
        ? t("assign.failed")
        : offered.length === 0
          ? t("assign.nobody")
          : t("assign.to");
  return (
    <div ref={group} role="group" aria-label={t("assign.to")}>
      <MenuHead>{said}</MenuHead>
      {offered.map((colleague) => (
        <MenuItem key={colleague.id} onClick={() => onChosen(colleague)}>
          <Avatar name={colleague.name} operator={colleague.id} size={20} />
          {colleague.name}
        </MenuItem>
      ))}
    </div>
  );
}
