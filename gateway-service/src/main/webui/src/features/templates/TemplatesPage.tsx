import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, Outlet, useParams } from "@tanstack/react-router";
import { LockKeyhole, Plus, RefreshCw } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useT } from "../../i18n";
import { useAsking } from "../../live/asking";
import { useCan } from "../../live/session";
import { buttonLook } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Icon } from "../../ui/Icon";
import { IconButton } from "../../ui/IconButton";
import { Pane } from "../../ui/Pane";
import { WideSheet } from "../../ui/Sheet";
import { toast } from "../../ui/Toasts";
import { Filters } from "./Filters";
import { readTemplates, templatesQuery } from "./queries";
import { SyncWord } from "./SyncWord";
import { TemplateList } from "./TemplateList";
import styles from "./Templates.module.css";

export { TemplatePage } from "./TemplatePage";

const route = getRouteApi("/templates");
/** Nobody waits for an answer to half a word. */
const TYPING = 200;

/** The templates of a number, and beside them the one that is chosen. What is looked for is in the address. */
export function TemplatesPage(): ReactNode {
  const t = useT();
  const { number, ...search } = route.useSearch();
  const { id } = useParams({ strict: false });
  const navigate = route.useNavigate();
  const { api, queries, config } = useAsking();
  const client = useQueryClient(queries);
  const can = useCan();
  const phoneNumberId = number ?? config.numbers[0]?.phoneNumberId ?? "";
  const [typed, setTyped] = useState(search.q ?? "");
  const may = can("template.see");
  const found = useInfiniteQuery({ ...templatesQuery(api, phoneNumberId, search), enabled: may }, queries);
  const read = useMutation(
    {
      mutationFn: () => readTemplates(api, phoneNumberId),
      onSuccess: () => {
        toast(t("templates.reading"));
        setTimeout(() => void client.invalidateQueries({ queryKey: ["numbers", phoneNumberId] }), 2_000);
      },
      onError: () => toast(t("templates.notRead")),
    },
    queries,
  );
  const narrow = (more: Record<string, string | undefined>) =>
    void navigate({ search: (now) => ({ ...now, ...more }), replace: true });

  useEffect(() => {
    document.title = `${t("templates.title")} · ${t("app.name")}`;
  }, [t]);
  useEffect(() => {
    const words = typed.trim() || undefined;
    if (words === search.q) return;
    const timer = setTimeout(
      () => void navigate({ search: (now) => ({ ...now, q: words }), replace: true }),
      TYPING,
    );
    return () => clearTimeout(timer);
  }, [typed, search.q, navigate]);

  if (!may)
    return (
      <WideSheet>
        <EmptyState icon={LockKeyhole} title={t("templates.notAllowed")} alone>
          {t("templates.notAllowed.text")}
        </EmptyState>
      </WideSheet>
    );
  const pages = found.data?.pages;
  return (
    <WideSheet>
      <div className={styles.panes} data-open={id !== undefined || undefined}>
        <section className={styles.list} aria-label={t("templates.title")} data-pane="list">
          <header className={styles.head}>
            <div className={styles.line}>
              <h1 className="grow">{t("templates.title")}</h1>
              <IconButton
                label={t("templates.read")}
                icon={RefreshCw}
                isDisabled={read.isPending}
                onPress={() => read.mutate()}
              />
              {can("template.manage") && (
                <Link
                  to="/templates/$id"
                  params={{ id: "new" }}
                  search={(now) => now}
                  className={buttonLook({ variant: "primary", small: true })}
                >
                  <Icon of={Plus} size={14} /> {t("templates.new")}
                </Link>
              )}
            </div>
            <input
              type="search"
              value={typed}
              aria-label={t("templates.search")}
              placeholder={t("templates.search")}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Filters number={phoneNumberId} search={search} onNarrow={narrow} />
            <SyncWord sync={pages?.[0]?.sync} />
          </header>
          <Pane>
            <TemplateList
              items={pages?.flatMap(({ items }) => items)}
              failed={found.isError}
              narrowed={Object.values(search).some(Boolean)}
              selected={id}
              hasMore={found.hasNextPage}
              onMore={() => void found.fetchNextPage()}
              onRetry={() => void found.refetch()}
            />
          </Pane>
        </section>
        <div className={styles.detail} data-pane="details">
          {id === undefined ? <p className={styles.hint}>{t("templates.choose")}</p> : <Outlet />}
        </div>
      </div>
    </WideSheet>
  );
}
