import { CircleAlert, CircleCheck, Coffee, Inbox as InboxIcon, Sparkles } from "lucide-react";
import { Link } from "@tanstack/react-router";
import type { View } from "../../api/types";
import { currentLocale, type Key, useT } from "../../i18n";
import { ofConversations } from "../../lib/numbers";
import { useCounts, useSession } from "../../live/session";
import { buttonLook } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";

export function EmptyView({ view, number }: { view: View; number: string | null }) {
  const t = useT();
  const { config } = useSession();
  const counts = useCounts();
  const unassigned = counts?.unassigned ?? 0;
  const listed = (number === null ? config.numbers : ofConversations(config)).filter(
    ({ phoneNumberId }) => number === null || phoneNumberId === number,
  );
  const numbers = new Intl.ListFormat(currentLocale(), { type: "disjunction" });
  const icons = {
    mine: Coffee,
    unassigned: Sparkles,
    all: InboxIcon,
    failed: CircleAlert,
    resolved: CircleCheck,
  };
  const text =
    view === "mine"
      ? unassigned > 0
        ? t("list.empty.mine.text", { count: unassigned })
        : t("list.empty.mine.none")
      : t(`list.empty.${view}.text` as Key, {
          number: numbers.format(listed.map(({ displayPhone, name }) => displayPhone ?? name ?? "")),
        });
  return (
    <EmptyState
      icon={icons[view]}
      title={t(`list.empty.${view}.title`)}
      action={
        view === "mine" && unassigned > 0 ? (
          <Link to="/inbox/$view" params={{ view: "unassigned" }} className={buttonLook()}>
            {t("list.empty.mine.action")}
          </Link>
        ) : view === "all" && config.simulatorUrl ? (
          <a href={config.simulatorUrl} target="_blank" rel="noopener noreferrer" className={buttonLook()}>
            {t("list.empty.all.action")}
          </a>
        ) : undefined
      }
    >
      {text}
    </EmptyState>
  );
}
