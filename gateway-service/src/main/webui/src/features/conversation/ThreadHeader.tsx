import { ArrowLeft, Check, PanelRight, RotateCcw } from "lucide-react";
import type { Conversation } from "../../api/types";
import { useT } from "../../i18n";
import { useCan, useSession } from "../../live/session";
import { called } from "../../lib/called";
import { numberLabel } from "../../lib/numbers";
import { nameOf } from "../../lib/speaker";
import { Avatar } from "../../ui/Avatar";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/Icon";
import { IconButton } from "../../ui/IconButton";
import { Keys } from "../../ui/Kbd";
import { Assignee } from "./Assignee";
import { Skeleton } from "../../ui/Skeleton";
import { FreeChip } from "./free/part";
import type { Actions } from "./useActions";
import styles from "./ThreadHeader.module.css";
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
  const { config } = useSession();
  const { contact } = row;
  const number = numberLabel(config, row.phoneNumberId);
  return (
    <header className={styles.header}>
      <IconButton label={t("nav.back")} icon={ArrowLeft} size={20} className={styles.back} onPress={onBack} />
      <div className={styles.who}>
        <Avatar name={contact.name} initials={contact.initials} group={contact.group} size={36} />
        <div>
          <h1 dir="auto">{called(contact, t)}</h1>
          <small>
            {row.handledBy ? (
              t("handled.by", { name: nameOf({ speaker: row.handledBy }, t) })
            ) : (
              <>
                {contact.group ? (
                  t("header.group")
                ) : (
                  <bdi dir="ltr">{contact.displayPhone ?? contact.phone ?? contact.username}</bdi>
                )}
                {number && ` · ${number}`}
              </>
            )}
          </small>
        </div>
      </div>
      {row.status === "open" && (
        <div className={styles.window}>
          <WindowChip expiresAt={row.windowExpiresAt} />
          {!contact.group && <FreeChip id={row.id} />}
        </div>
      )}
      <Assignee row={row} actions={actions} onTakeOver={onTakeOver} />
      {can("conversation.resolve") && (
        <>
          <span className={styles.divider} />
          {row.status === "open" ? (
            <Button
              small
              className={styles.decide}
              isDisabled={!shown}
              onPress={() => void actions.resolve(row)}
            >
              <Icon of={Check} size={15} />
              <span>{t("header.resolve")}</span>
              <Keys of="resolve" />
            </Button>
          ) : (
            <Button small className={styles.decide} onPress={() => void actions.reopen(row)}>
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
          onPress={onDetails}
        />
      )}
    </header>
  );
}

/** Where the head will be, while nothing is known of the conversation. */
export function ThreadHeaderSkeleton() {
  return (
    <header className={styles.header} aria-hidden="true">
      <Skeleton width="160px" />
    </header>
  );
}
