import { getRouteApi } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { ConversationPane, NoConversation } from "../features/conversation/ConversationPane";
import { ConversationList } from "../features/inbox/ConversationList";
import { ViewList } from "../features/inbox/ViewList";
import { useT } from "../i18n";
import { cx } from "../lib/cx";
import { useMedia } from "../lib/media";
import { phoneForPeople } from "../lib/phone";
import { useShortcut } from "../lib/shortcuts";
import { localStore } from "../lib/storage";
import { useConnection, useConversation, useCounts, useInbox, useSession } from "../live/session";
import { Avatar } from "../ui/Avatar";
import { Button } from "../ui/Button";
import { EmptyState } from "../ui/EmptyState";
import { Pane } from "../ui/Pane";
import { part } from "../ui/part";
import styles from "./app.module.css";
import { Banners } from "./Banners";

const Details = part(() => import("../features/conversation/Details").then(({ Details }) => Details));

const route = getRouteApi("/inbox/$view");
const DETAILS = "centralino.details";
export const LAST_VIEW = "centralino.view";

/** The inbox: views, list, conversation and customer. What is shown is in the address. */
export function InboxPage() {
  const t = useT();
  const { view } = route.useParams();
  const { c: selected = null } = route.useSearch();
  const navigate = route.useNavigate();
  const { config } = useSession();
  const { store } = useInbox();
  const connection = useConnection();
  const counts = useCounts();
  const row = useConversation(selected ?? "");
  const wide = useMedia("(min-width: 1320.02px)");
  const [details, setDetails] = useState(() => localStore.read(DETAILS) !== "off");
  const [overlay, setOverlay] = useState(false);
  const [views, setViews] = useState(false);
  const latest = useRef({ view, selected });
  useEffect(() => {
    latest.current = { view, selected };
  });

  useEffect(() => localStore.write(LAST_VIEW, view), [view]);

  const business = config.numbers[0]?.name ?? t("app.name");
  const unread = counts?.mine ?? 0;
  useEffect(() => {
    const where = row ? row.contact.name : t(`view.${view}`);
    document.title = `${unread > 0 ? `(${unread}) ` : ""}${where} · ${business}`;
  }, [row, view, unread, business, t]);

  const open = useCallback(
    (id: string | null) =>
      void navigate({ search: id === null ? {} : { c: id }, replace: selected !== null && id !== null }),
    [navigate, selected],
  );
  const onBack = useCallback(() => open(null), [open]);
  const onLeave = useCallback(
    (id: string) => {
      const { ids } = store.view(latest.current.view);
      const at = ids.indexOf(id);
      const next = latest.current.view === "resolved" || at < 0 ? undefined : (ids[at + 1] ?? ids[at - 1]);
      return () => {
        const stillThere = latest.current.selected === id && matchMedia("(min-width: 720.02px)").matches;
        if (next && stillThere) open(next);
      };
    },
    [store, open],
  );
  const focusThread = useCallback(() => {
    document.querySelector<HTMLElement>("[data-thread]")?.focus();
  }, []);

  const detailsShown = wide ? details : overlay;
  const toggleDetails = () => {
    if (!wide) return setOverlay(!overlay);
    localStore.write(DETAILS, details ? "off" : null);
    setDetails(!details);
  };
  useShortcut("details", toggleDetails, selected !== null);
  useShortcut("goMine", () => void navigate({ params: { view: "mine" }, search: {} }));
  useShortcut("goUnassigned", () => void navigate({ params: { view: "unassigned" }, search: {} }));

  // An overlay closes with Esc, and when something else is opened.
  useEffect(() => {
    if (!views && !(overlay && !wide)) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      setViews(false);
      setOverlay(false);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [views, overlay, wide]);

  const broken = (retry: () => void): ReactNode => (
    <div role="alert" className={styles.broken}>
      <EmptyState
        icon={CircleAlert}
        title={t("pane.error.title")}
        action={<Button onPress={retry}>{t("action.retry")}</Button>}
      >
        {t("pane.error.text")}
      </EmptyState>
    </div>
  );

  const number = config.numbers[0]?.number;
  return (
    <>
      <nav
        className={cx(styles.views, views && styles.viewsOpen)}
        aria-label={t("nav.views")}
        data-pane="views"
      >
        <div className={styles.business}>
          <Avatar name={business} size={28} square />
          <span>
            <b>{business}</b>
            {number && (
              <small>
                <i className={cx(styles.dot, styles.small, connection.phase === "online" && styles.dotOn)} />
                {phoneForPeople(`+${number.replace(/^\+/, "")}`)}
              </small>
            )}
          </span>
        </div>
        <ViewList view={view} onChosen={() => setViews(false)} />
      </nav>
      {views && <div className={styles.scrim} onClick={() => setViews(false)} />}
      <div className={styles.sheet}>
        <Banners />
        <div
          className={cx(
            styles.panes,
            selected !== null && styles.hasOpen,
            selected && details && wide && styles.three,
          )}
        >
          <Pane key={`list ${view}`} fallback={broken}>
            <ConversationList
              view={view}
              selected={selected}
              onOpen={open}
              onFocusThread={focusThread}
              onShowViews={() => setViews(true)}
            />
          </Pane>
          {selected === null ? (
            <NoConversation />
          ) : (
            <Pane key={selected} fallback={broken}>
              <ConversationPane
                id={selected}
                onBack={onBack}
                onLeave={onLeave}
                detailsShown={detailsShown}
                onDetails={toggleDetails}
              />
            </Pane>
          )}
          {selected !== null && row && detailsShown && (
            <Pane key={`details ${selected}`} fallback={broken}>
              <div className={wide ? styles.side : styles.overlay}>
                <Details row={row} onHide={toggleDetails} />
              </div>
            </Pane>
          )}
        </div>
      </div>
    </>
  );
}
