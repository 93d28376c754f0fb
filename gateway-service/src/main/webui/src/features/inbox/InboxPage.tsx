import { getRouteApi, Outlet } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { useT } from "../../i18n";
import { called } from "../../lib/called";
import { cx } from "../../lib/cx";
import { SMALL, useMedia } from "../../lib/media";
import { businessName, knownNumber } from "../../lib/numbers";
import { focusThread } from "../../lib/panes";
import { useShortcut } from "../../lib/shortcuts";
import { useConnection, useConversation, useCounts, useSession } from "../../live/session";
import { Avatar } from "../../ui/Avatar";
import { Dot } from "../../ui/Dot";
import { Pane } from "../../ui/Pane";
import { Sheet } from "../../ui/Sheet";
import { ConversationList } from "./ConversationList";
import styles from "./InboxPage.module.css";
import { lastView } from "./lastView";
import type { Places } from "./useScroll";
import { ViewList } from "./ViewList";

const route = getRouteApi("/inbox/$view");

/** Views and list, and beside them whatever shows the conversation. What is shown is in the address. */
export function InboxPage() {
  const t = useT();
  const { view } = route.useParams();
  const { c: selected = null, number: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const { config } = useSession();
  const counts = useCounts();
  const row = useConversation(selected ?? "");
  const [views, setViews] = useState(false);
  const number = knownNumber(config, asked);
  // Else the conversation beside it is what matters most.
  const listAlone = useMedia(SMALL) && selected === null;
  const [places] = useState<Places>(() => new Map());

  useEffect(() => lastView.write(view), [view]);

  const business = businessName(config.numbers) ?? t("app.name");
  const unread = counts?.mine ?? 0;
  useEffect(() => {
    const where = row ? called(row.contact, t) : t(`view.${view}`);
    document.title = `${unread > 0 ? `(${unread}) ` : ""}${where} · ${business}`;
  }, [row, view, unread, business, t]);

  const open = useCallback(
    (id: string) => void navigate({ search: { c: id }, replace: selected !== null }),
    [navigate, selected],
  );
  useShortcut("goMine", () => void navigate({ params: { view: "mine" }, search: {} }));
  useShortcut("goUnassigned", () => void navigate({ params: { view: "unassigned" }, search: {} }));

  useEffect(() => {
    if (!views) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) setViews(false);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [views]);

  return (
    <>
      <nav
        className={cx(styles.views, views && styles.viewsOpen)}
        aria-label={t("nav.views")}
        data-pane="views"
      >
        <Business name={business} />
        <ViewList view={view} onChosen={() => setViews(false)} />
      </nav>
      {views && <div className={styles.scrim} onClick={() => setViews(false)} />}
      <Sheet>
        <div
          className={styles.panes}
          data-covers={selected !== null || undefined}
          role={listAlone ? "main" : undefined}
        >
          <Pane key={view}>
            <ConversationList
              view={view}
              selected={selected}
              number={number}
              places={places}
              onOpen={open}
              onFocusThread={focusThread}
              onShowViews={() => setViews(true)}
              onNumber={(chosen) => void navigate({ search: { number: chosen } })}
            />
          </Pane>
          <Outlet />
        </div>
      </Sheet>
    </>
  );
}

function Business({ name }: { name: string }) {
  const t = useT();
  const { config } = useSession();
  const { phase } = useConnection();
  const [first, ...others] = config.numbers;
  return (
    <div className={styles.business}>
      <Avatar name={name} size={28} square />
      <span>
        <b>{name}</b>
        {first && (
          <small
            title={
              others.length > 0
                ? config.numbers.map(({ displayPhone }) => displayPhone).join("\n")
                : undefined
            }
          >
            <Dot on={phase === "online"} size={6} />
            {others.length > 0 ? t("nav.numbers", { count: config.numbers.length }) : first.displayPhone}
          </small>
        )}
      </span>
    </div>
  );
}
