import type { Conversation } from "../../../api/types";
import { useT } from "../../../i18n";
import { useRefusal } from "../../../live/session";
import { part } from "../../../ui/part";
import type { Mend, RefusalProps } from "./RefusalNotice";
import { withRefusalTexts } from "./texts";

const TITLES = { reply: "refused.title", note: "refused.note", resolve: "refused.resolve.title" } as const;

/** Hardly anything is refused: the reasons come when something is. What was refused is said at once, and in any case. */
const RefusalNotice = part<RefusalProps>(
  () => withRefusalTexts(() => import("./RefusalNotice")).then(({ RefusalNotice }) => RefusalNotice),
  ({ title }) => <b>{title}</b>,
);

interface RefusedProps {
  row: Conversation;
  onAgain: () => void;
  mend?: Mend | undefined;
}

/** What the server refused last in this conversation, if anything. */
export function Refused({ row, onAgain, mend }: RefusedProps) {
  const t = useT();
  const refusal = useRefusal(row.id);
  return (
    refusal && (
      <RefusalNotice
        row={row}
        refusal={refusal}
        title={t(TITLES[refusal.mode])}
        onAgain={onAgain}
        mend={mend}
      />
    )
  );
}
