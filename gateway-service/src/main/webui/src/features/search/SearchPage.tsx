import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useT } from "../../i18n";
import { useShortcut } from "../../lib/shortcuts";
import { knownNumber } from "../../lib/numbers";
import { useSession } from "../../live/session";
import { Pane } from "../../ui/Pane";
import { WideSheet } from "../../ui/Sheet";
import { Narrowing } from "./Narrowing";
import { Results } from "./Results";
import styles from "./SearchPage.module.css";

const route = getRouteApi("/search");
/** Nobody waits for an answer to half a word. */
const TYPING = 250;
/** More is not looked for. */
const LONGEST = 200;

/** The search over what was said. What is looked for is in the address. */
export function SearchPage() {
  const t = useT();
  const { q = "", number: asked, ...others } = route.useSearch();
  const { config } = useSession();
  const number = knownNumber(config, asked);
  const narrowing = { ...others, ...(number ? { number } : {}) };
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(q);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    document.title = `${t("search.title")} · ${t("app.name")}`;
  }, [t]);
  useEffect(() => field.current?.focus(), []);
  useShortcut("search", () => field.current?.select());
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === q) return;
    const timer = setTimeout(
      () =>
        void navigate({
          search: ({ q: _, ...others }) => (wanted ? { ...others, q: wanted } : others),
          replace: true,
        }),
      TYPING,
    );
    return () => clearTimeout(timer);
  }, [typed, q, navigate]);

  return (
    <WideSheet>
      <section className={styles.page} aria-label={t("search.title")} data-pane="list">
        <header className={styles.head}>
          <h1>{t("search.title")}</h1>
          <input
            ref={field}
            type="search"
            className={styles.field}
            value={typed}
            maxLength={LONGEST}
            aria-label={t("search.field")}
            placeholder={t("search.field")}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Narrowing
            value={narrowing}
            onChange={(next) => void navigate({ search: { ...(q ? { q } : {}), ...next }, replace: true })}
          />
        </header>
        <Pane>
          <Results sought={{ q, ...narrowing }} />
        </Pane>
      </section>
    </WideSheet>
  );
}
