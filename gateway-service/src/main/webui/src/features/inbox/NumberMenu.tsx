import { ChevronDown } from "lucide-react";
import { useT } from "../../i18n";
import { numberLabel, ofConversations } from "../../lib/numbers";
import { useSession } from "../../live/session";
import { Icon } from "../../ui/Icon";
import { Menu } from "../../ui/Menu";
import styles from "./ConversationList.module.css";

const ALL = "all";

/** Of which business number conversations are listed. Where there is only one, there is nothing to choose. */
export function NumberMenu({
  number,
  onChoose,
}: {
  number: string | null;
  onChoose: (number: string) => void;
}) {
  const t = useT();
  const { config } = useSession();
  const numbers = ofConversations(config);
  if (numbers.length < 2) return null;
  const shown = number === null ? t("list.number.all") : numberLabel(config, number);
  return (
    <Menu
      label={t("list.number.choose", { number: shown ?? "" })}
      face={
        <>
          <span>{shown}</span>
          <Icon of={ChevronDown} size={14} />
        </>
      }
      className={styles.number}
      placement="bottom end"
      offers={[
        {
          kind: "choice",
          id: "number",
          heading: t("list.number"),
          value: number ?? ALL,
          options: [
            [ALL, t("list.number.all")],
            ...numbers.map(
              ({ phoneNumberId }) =>
                [phoneNumberId, numberLabel(config, phoneNumberId) ?? phoneNumberId] as const,
            ),
          ],
          choose: onChoose,
        },
      ]}
    />
  );
}
