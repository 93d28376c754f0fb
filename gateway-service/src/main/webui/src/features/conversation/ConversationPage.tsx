import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import { SMALL, useMedia } from "../../lib/media";
import { useShortcut } from "../../lib/shortcuts";
import { localStore } from "../../lib/storage";
import { withItsTexts } from "../../i18n";
import { useConversation, useInbox } from "../../live/session";
import { Pane } from "../../ui/Pane";
import { part } from "../../ui/part";
import styles from "./ConversationPage.module.css";
import { ConversationPane, NoConversation } from "./ConversationPane";

const DETAILS_TEXTS = {
  en: () => import("./details/texts.en.json"),
  it: () => import("./details/texts.it.json"),
};
const Details = part(() =>
  withItsTexts(DETAILS_TEXTS, () => import("./details/Details")).then(({ Details }) => Details),
);

const inboxRoute = getRouteApi("/inbox/$view");
const conversationRoute = getRouteApi("/inbox/$view/");
const DETAILS = "centralino.details";

/** The conversation in the address, and who the customer is. */
export function ConversationPage() {
  const { view } = inboxRoute.useParams();
  const { c: selected = null } = inboxRoute.useSearch();
  const { m: linked = null } = conversationRoute.useSearch();
  const navigate = inboxRoute.useNavigate();
  const { store } = useInbox();
  const row = useConversation(selected ?? "");
  const wide = useMedia("(min-width: 1320.02px)");
  const [beside, setBeside] = useState(() => localStore.read(DETAILS) !== "off");
  const [over, setOver] = useState(false);

  const latest = useRef({ view, selected });
  useEffect(() => {
    latest.current = { view, selected };
  });
  const onBack = useCallback(() => void navigate({ search: {} }), [navigate]);
  const onUnlink = useCallback(
    () => void navigate({ search: selected === null ? {} : { c: selected }, replace: true }),
    [navigate, selected],
  );
  const onLeave = useCallback(
    (id: string) => {
      const { ids } = store.view(latest.current.view);
      const at = ids.indexOf(id);
      const next = latest.current.view === "resolved" || at < 0 ? undefined : (ids[at + 1] ?? ids[at - 1]);
      return () => {
        const stillThere = latest.current.selected === id && !matchMedia(SMALL).matches;
        if (next && stillThere) void navigate({ search: { c: next }, replace: true });
      };
    },
    [store, navigate],
  );

  const detailsShown = wide ? beside : over;
  const toggleDetails = () => {
    if (!wide) return setOver(!over);
    localStore.write(DETAILS, beside ? "off" : null);
    setBeside(!beside);
  };
  useShortcut("details", toggleDetails, selected !== null);

  useEffect(() => {
    if (!over || wide) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) setOver(false);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [over, wide]);

  if (selected === null) return <NoConversation />;
  return (
    <>
      <Pane key={selected}>
        <ConversationPane
          id={selected}
          onBack={onBack}
          onLeave={onLeave}
          detailsShown={detailsShown}
          onDetails={toggleDetails}
          linked={linked}
          onUnlink={onUnlink}
        />
      </Pane>
      {row && detailsShown && (
        <div className={wide ? styles.side : styles.overlay}>
          <Pane key={selected}>
            <Details row={row} onHide={toggleDetails} />
          </Pane>
        </div>
      )}
    </>
  );
}
