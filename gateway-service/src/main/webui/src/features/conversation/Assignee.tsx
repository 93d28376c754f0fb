import { useQuery } from "@tanstack/react-query";
import { ChevronDown, UserRoundPlus } from "lucide-react";
import { operatorsQuery } from "../../api/queries";
import type { Conversation, Operator } from "../../api/types";
import { type Translate, useT } from "../../i18n";
import { firstName } from "../../lib/people";
import { useCan, useSession } from "../../live/session";
import { Avatar } from "../../ui/Avatar";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/Icon";
import { Keys } from "../../ui/Kbd";
import { Menu, type MenuGroup } from "../../ui/Menu";
import styles from "./Assignee.module.css";
import type { Actions } from "./useActions";

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
  const { colleagues, read } = useColleagues();
  const { assignee } = row;
  const open = row.status === "open";
  const mayAssign = open && can("conversation.assign");
  const toColleagues = mayAssign
    ? [toWhom(colleagues, assignee?.id ?? null, (colleague) => void actions.assign(row, colleague), t)]
    : [];

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
            groups={toColleagues}
            onOpen={read}
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
      groups={[...(own ? [{ kind: "actions", id: "own", actions: [own] } as const] : []), ...toColleagues]}
      onOpen={read}
    />
  );
}

type Colleagues = readonly Operator[] | "loading" | "failed";

/** Those to whom a conversation can be given, read when the menu opens. */
function useColleagues(): { colleagues: Colleagues; read: () => void } {
  const { api, queries, me } = useSession();
  const { data, isError, refetch } = useQuery({ ...operatorsQuery(api), enabled: false }, queries);
  const colleagues = data?.filter(({ id, mayHold }) => id !== me.id && mayHold);
  return { colleagues: colleagues ?? (isError ? "failed" : "loading"), read: () => void refetch() };
}

function toWhom(
  colleagues: Colleagues,
  holder: string | null,
  give: (colleague: Operator) => void,
  t: Translate,
): MenuGroup {
  const group = (heading: string, offered: readonly Operator[]): MenuGroup => ({
    kind: "actions",
    id: "colleagues",
    heading,
    actions: offered.map((colleague) => ({
      id: colleague.id,
      text: colleague.name,
      picture: <Avatar name={colleague.name} operator={colleague.id} size={20} />,
      run: () => give(colleague),
    })),
  });
  if (colleagues === "loading") return group(t("assign.loading"), []);
  if (colleagues === "failed") return group(t("assign.failed"), []);
  const offered = colleagues.filter(({ id }) => id !== holder);
  return group(t(offered.length === 0 ? "assign.nobody" : "assign.to"), offered);
}
