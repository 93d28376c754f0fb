import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, Outlet, getRouteApi, useParams, useRouter } from "@tanstack/react-router";
import { SquarePen } from "lucide-react";
import { useEffect, useState } from "react";
import { useT } from "../../i18n";
import { useAsking } from "../../live/asking";
import { useCan } from "../../live/session";
import { buttonLook } from "../../ui/Button";
import { Icon } from "../../ui/Icon";
import { Pane } from "../../ui/Pane";
import { WideSheet } from "../../ui/Sheet";
import { ContactList } from "./ContactList";
import styles from "./ContactsPage.module.css";
import { FileMenu } from "./FileMenu";
import { contactsQuery } from "./queries";

const route = getRouteApi("/contacts");
/** Nobody waits for an answer to half a word. */
const TYPING = 200;

/** All customers, and beside them the one who is chosen. What is looked for is in the address. */
export function ContactsPage() {
  const t = useT();
  const { q: search = "" } = route.useSearch();
  const { id } = useParams({ strict: false });
  const router = useRouter();
  const { api, queries } = useAsking();
  const can = useCan();
  const [typed, setTyped] = useState(search);
  const found = useInfiniteQuery(contactsQuery(api, search), queries);

  useEffect(() => {
    document.title = `${t("contacts.title")} · ${t("app.name")}`;
  }, [t]);
  useEffect(() => {
    if (typed.trim() === search) return;
    const timer = setTimeout(() => {
      // Whoever was chosen meanwhile stays chosen, also when his page is still on its way.
      const { pathname } = router.latestLocation;
      if (!pathname.startsWith("/contacts")) return;
      const q = typed.trim();
      router.history.replace(q ? `${pathname}?q=${encodeURIComponent(q)}` : pathname);
    }, TYPING);
    return () => clearTimeout(timer);
  }, [typed, search, router]);

  return (
    <WideSheet>
      <div className={styles.panes} data-open={id !== undefined || undefined}>
        <section className={styles.list} aria-label={t("contacts.title")} data-pane="list">
          <header className={styles.head}>
            <h1>{t("contacts.title")}</h1>
            <input
              type="search"
              className={styles.search}
              value={typed}
              aria-label={t("contacts.search")}
              placeholder={t("contacts.search")}
              onChange={(event) => setTyped(event.target.value)}
            />
            {can("conversation.start") && (
              <Link to="/new" className={buttonLook({ small: true })}>
                <Icon of={SquarePen} size={14} />
                {t("contacts.write")}
              </Link>
            )}
            {can("contact.transfer") && <FileMenu />}
          </header>
          <Pane>
            <ContactList
              items={found.data?.pages.flatMap(({ items }) => items)}
              failed={found.isError}
              search={search}
              selected={id}
              hasMore={found.hasNextPage}
              onMore={() => void found.fetchNextPage()}
              onRetry={() => void found.refetch()}
            />
          </Pane>
        </section>
        <div className={styles.profile} data-pane="details">
          {id === undefined ? <p className={styles.hint}>{t("contacts.choose")}</p> : <Outlet />}
        </div>
      </div>
    </WideSheet>
  );
}
