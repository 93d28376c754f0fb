import { Link } from "@tanstack/react-router";
import { CircleAlert, FileText } from "lucide-react";
import type { TemplateView } from "../../api/types";
import { useT } from "../../i18n";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Standing } from "./Standing";
import { BriefUse } from "./Use";
import styles from "./Templates.module.css";
import { languageName } from "./words";

interface TemplateListProps {
  /** Missing while they are asked for. */
  items: readonly TemplateView[] | undefined;
  failed: boolean;
  narrowed: boolean;
  selected: string | undefined;
  hasMore: boolean;
  onMore: () => void;
  onRetry: () => void;
}

export function TemplateList(props: TemplateListProps) {
  const { items, failed, narrowed, selected, hasMore, onMore, onRetry } = props;
  const t = useT();
  if (failed && !items)
    return (
      <div role="alert">
        <EmptyState
          icon={CircleAlert}
          title={t("templates.failed")}
          action={<Button onPress={onRetry}>{t("action.retry")}</Button>}
        />
      </div>
    );
  if (!items) return <p className={styles.hint}>{t("templates.loading")}</p>;
  if (items.length === 0)
    return (
      <EmptyState icon={FileText} title={t(narrowed ? "templates.noneFound" : "templates.none")}>
        {t(narrowed ? "templates.noneFound.text" : "templates.none.text")}
      </EmptyState>
    );
  return (
    <div className={styles.scroll}>
      <ul aria-label={t("templates.title")}>
        {items.map(({ template, use }) => (
          <li key={template.id}>
            <Link
              to="/templates/$id"
              params={{ id: template.id }}
              search={(now) => now}
              aria-current={template.id === selected ? "page" : undefined}
            >
              <b>{template.name}</b>
              <small>
                {languageName(template.language)} · {t(`template.category.${template.category}`)}
              </small>
              <Standing template={template} />
              {use && <BriefUse use={use} />}
            </Link>
          </li>
        ))}
      </ul>
      {hasMore && <Button onPress={onMore}>{t("templates.more")}</Button>}
    </div>
  );
}
