import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useParams } from "@tanstack/react-router";
import { ArrowLeft, CircleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { TemplateDraft } from "../../api/types";
import { currentLanguage, useT } from "../../i18n";
import { useAsking } from "../../live/asking";
import { useCan } from "../../live/session";
import { Button } from "../../ui/Button";
import { Confirm } from "../../ui/Confirm";
import { EmptyState } from "../../ui/EmptyState";
import { Icon } from "../../ui/Icon";
import { toast } from "../../ui/Toasts";
import { draftOf, emptyDraft } from "./drafts";
import { Editor } from "./Editor";
import { Preview } from "./Preview";
import { deleteAll, deleteTemplate, templateQuery } from "./queries";
import { refusalIn } from "./refusals";
import { Standing } from "./Standing";
import styles from "./Templates.module.css";
import { Use } from "./Use";
import { languageName, reasonIn } from "./words";

const route = getRouteApi("/templates");

/** One template: how it stands, what it looks like, and what can be done with it. `new` is one that is still to be made. */
export function TemplatePage(): ReactNode {
  const { id = "new" } = useParams({ strict: false });
  return id === "new" ? <NewTemplate /> : <KnownTemplate key={id} id={id} />;
}

function usePlace() {
  const { number } = route.useSearch();
  const session = useAsking();
  const navigate = route.useNavigate();
  return {
    ...session,
    phoneNumberId: number ?? session.config.numbers[0]?.phoneNumberId ?? "",
    show: (id: string | undefined) =>
      void (id === undefined
        ? navigate({ to: "/templates", search: (now) => now })
        : navigate({ to: "/templates/$id", params: { id }, search: (now) => now })),
  };
}

function Back() {
  const t = useT();
  return (
    <Link to="/templates" search={(now) => now} className={styles.back}>
      <Icon of={ArrowLeft} size={16} /> {t("templates.title")}
    </Link>
  );
}

function NewTemplate() {
  const t = useT();
  const { phoneNumberId, show } = usePlace();
  return (
    <main className={styles.page} aria-label={t("templates.new")}>
      <Back />
      <h2>{t("templates.new")}</h2>
      <Editor
        phoneNumberId={phoneNumberId}
        draft={emptyDraft(currentLanguage())}
        onDone={({ template }) => show(template.id)}
        onCancel={() => show(undefined)}
      />
    </main>
  );
}

function KnownTemplate({ id }: { id: string }) {
  const t = useT();
  const may = useCan()("template.manage");
  const { api, queries, phoneNumberId, show } = usePlace();
  const client = useQueryClient(queries);
  const [editing, setEditing] = useState<{ draft: TemplateDraft; isNew: boolean } | null>(null);
  const [deleting, setDeleting] = useState<"one" | "all" | null>(null);
  const { data, error, refetch } = useQuery(templateQuery(api, phoneNumberId, id), queries);
  const remove = useMutation(
    {
      mutationFn: (what: "one" | "all") =>
        what === "one"
          ? deleteTemplate(api, phoneNumberId, id)
          : deleteAll(api, phoneNumberId, data?.template.name ?? ""),
      onSuccess: () => {
        toast(t("template.deleted"));
        void client.invalidateQueries({ queryKey: ["numbers", phoneNumberId, "templates"] });
        show(undefined);
      },
      onError: (why) => toast(refusalIn(why, t, t("template.notDeleted"))),
    },
    queries,
  );
  if (error && !data)
    return (
      <div role="alert">
        <EmptyState
          icon={CircleAlert}
          title={t("template.failed")}
          action={<Button onPress={() => void refetch()}>{t("action.retry")}</Button>}
        />
      </div>
    );
  if (!data) return <p className={styles.hint}>{t("templates.loading")}</p>;
  const { template, explanation, fixed, use } = data;
  const draft = draftOf(template);
  return (
    <main className={styles.page} aria-label={template.name}>
      <Back />
      <header>
        <h2>{template.name}</h2>
        <small>
          {languageName(template.language)} · {t(`template.category.${template.category}`)}
        </small>
        <div role="status">
          <Standing template={template} />
          {template.status !== "approved" && <p>{t(`template.means.${template.status}`)}</p>}
          {template.reason && <p className={styles.trouble}>{reasonIn(t, template.reason)}</p>}
          {explanation && <p className={styles.trouble}>{t("template.says", { words: explanation })}</p>}
        </div>
      </header>
      {editing ? (
        <Editor
          phoneNumberId={phoneNumberId}
          draft={editing.draft}
          {...(editing.isNew ? {} : { of: template })}
          onDone={(now) => {
            setEditing(null);
            show(now.template.id);
          }}
          onCancel={() => setEditing(null)}
        />
      ) : (
        <>
          <Preview draft={draft} />
          {use && <Use use={use} template={template} phoneNumberId={phoneNumberId} />}
          {may && (
            <div className={styles.line}>
              <Button isDisabled={Boolean(fixed)} onPress={() => setEditing({ draft, isNew: false })}>
                {t("template.edit")}
              </Button>
              <Button
                isDisabled={fixed === "has-more"}
                onPress={() => setEditing({ draft: { ...draft, language: "" }, isNew: true })}
              >
                {t("template.duplicate")}
              </Button>
              <Button variant="danger" onPress={() => setDeleting("one")}>
                {t("template.delete")}
              </Button>
              <Button variant="danger" onPress={() => setDeleting("all")}>
                {t("template.deleteAll")}
              </Button>
            </div>
          )}
          {may && fixed && <small>{t(`template.fixed.${fixed}`)}</small>}
        </>
      )}
      {deleting && (
        <Confirm
          title={t(`template.delete.${deleting}`, {
            name: template.name,
            language: languageName(template.language),
          })}
          text={t("template.delete.text")}
          confirm={t("template.delete.do")}
          cancel={t("template.cancel")}
          onConfirm={() => remove.mutate(deleting)}
          onClose={() => setDeleting(null)}
        />
      )}
    </main>
  );
}
