import { Lock } from "lucide-react";
import { memo } from "react";
import type { Note } from "../../api/types";
import { currentLocale, useT } from "../../i18n";
import { clockTime } from "../../lib/time";
import type { Unsent } from "../../live/threads";
import { Avatar } from "../../ui/Avatar";
import { Icon } from "../../ui/Icon";
import { MessageText } from "../../ui/MessageText";
import { Ticks } from "../../ui/Ticks";
import { statusOf } from "./contents";
import { Entry } from "./Entry";
import styles from "./NoteCard.module.css";
import { Held } from "./Trouble";

/** What only the team sees. */
export const NoteCard = memo(function NoteCard({
  note,
  local,
  onCancel,
}: {
  note: Note;
  local: Unsent["state"] | null;
  onCancel: (id: string) => void;
}) {
  const t = useT();
  const time = clockTime(currentLocale(), note.at);
  const status = statusOf(local);
  return (
    <Entry label={t("message.note", { name: note.author.name, time })} side="out">
      <div className={styles.note}>
        <header>
          <Icon of={Lock} size={13} />
          <b>{t("note.title")}</b>
          <span>{note.author.name}</span>
          <span className={styles.noteTime}>
            {note.editedAt && <i>{t("note.edited")} </i>}
            <time dateTime={note.at}>{time}</time>
            {status && <Ticks status={status} label={t(`status.${status}`)} />}
          </span>
        </header>
        <p dir="auto">
          <MessageText text={note.text} />
        </p>
        {local === "held" && <Held onCancel={() => onCancel(note.id)} />}
      </div>
      <Avatar name={note.author.name} operator={note.author.id} size={26} title />
    </Entry>
  );
});
