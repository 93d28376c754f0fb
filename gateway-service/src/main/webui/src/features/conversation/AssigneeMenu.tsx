import { useQuery } from "@tanstack/react-query";
import { operatorsQuery } from "../../api/queries";
import type { Conversation, Operator } from "../../api/types";
import { type Translate, useT } from "../../i18n";
import { useAsking } from "../../live/asking";
import { Avatar } from "../../ui/Avatar";
import type { MenuAction, MenuGroup, OpenMenu } from "../../ui/Menu";
import { MenuList } from "../../ui/MenuList";
import type { Actions } from "./useActions";

interface AssigneeMenuProps extends OpenMenu {
  row: Conversation;
  actions: Actions;
  /** What the operator may do about himself. */
  own: MenuAction | null;
  /** Whether he may give the conversation to others. */
  mayAssign: boolean;
}

/** What may be changed about who has the conversation. */
export function AssigneeMenu({ row, actions, own, mayAssign, ...menu }: AssigneeMenuProps) {
  const groups: MenuGroup[] = own ? [{ kind: "actions", id: "own", actions: [own] }] : [];
  if (!mayAssign) return <MenuList {...menu} groups={groups} />;
  return <WithColleagues {...menu} row={row} actions={actions} groups={groups} />;
}

interface WithColleaguesProps extends OpenMenu {
  row: Conversation;
  actions: Actions;
  groups: readonly MenuGroup[];
}

function WithColleagues({ row, actions, groups, ...menu }: WithColleaguesProps) {
  const t = useT();
  const colleagues = useColleagues();
  const give = (colleague: Operator) => void actions.assign(row, colleague);
  return <MenuList {...menu} groups={[...groups, toWhom(colleagues, row.assignee?.id ?? null, give, t)]} />;
}

type Colleagues = readonly Operator[] | "loading" | "failed";

/** Those to whom a conversation can be given, read each time that the menu opens. */
function useColleagues(): Colleagues {
  const { api, queries, me } = useAsking();
  const { data, isError } = useQuery(operatorsQuery(api), queries);
  const colleagues = data?.filter(({ id, mayHold }) => id !== me.id && mayHold);
  return colleagues ?? (isError ? "failed" : "loading");
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
