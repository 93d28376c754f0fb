import { Link } from "@tanstack/react-router";
import { CircleAlert, UsersRound } from "lucide-react";
import type { ContactItem } from "../../api/types";
import { useT } from "../../i18n";
import { called } from "../../lib/called";
import { Avatar } from "../../ui/Avatar";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import styles from "./ContactList.module.css";

interface ContactListProps {
  /** Missing while they are asked for. */
  items: readonly ContactItem[] | undefined;
  failed: boolean;
  search: string;
  selected: string | undefined;
  hasMore: boolean;
  onMore: () => void;
  onRetry: () => void;
}

export function ContactList({ items, failed, search, selected, hasMore, onMore, onRetry }: ContactListProps) {
  const t = useT();
  if (failed && !items)
    return (
      <div role="alert">
        <EmptyState
          icon={CircleAlert}
          title={t("contacts.failed")}
          action={<Button onPress={onRetry}>{t("action.retry")}</Button>}
        />
      </div>
    );
  if (!items) return <p className={styles.waiting}>{t("contacts.loading")}</p>;
  if (items.length === 0)
    return (
      <EmptyState icon={UsersRound} title={t(search ? "contacts.nobodyFound" : "contacts.nobody")}>
        {t(search ? "contacts.nobodyFound.text" : "contacts.nobody.text")}
      </EmptyState>
    );
  return (
    <div className={styles.scroll}>
      <ul aria-label={t("contacts.title")}>
        {items.map((item) => (
          <li key={item.id}>
            <Link
              to="/contacts/$id"
              params={{ id: item.id }}
              search={search ? { q: search } : {}}
              className={styles.row}
              aria-current={item.id === selected ? "page" : undefined}
            >
              <Avatar name={item.name} group={item.group} size={36} />
              <span className={styles.words}>
                <b dir="auto">{called(item, t)}</b>
                <small dir="auto">{item.group ? t("contact.group") : secondLine(item)}</small>
              </span>
              {item.clashes > 0 && <em className={styles.clash}>{t("contacts.toDecide")}</em>}
            </Link>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button className={styles.more} onPress={onMore}>
          {t("contacts.more")}
        </Button>
      )}
    </div>
  );
}

/** What he calls himself, when the team calls him something else, and how he writes. */
function secondLine({ name, profileName, displayPhone, username }: ContactItem): string {
  const known = [
    profileName && profileName !== name ? `~${profileName}` : null,
    displayPhone !== name ? displayPhone : null,
    username && username !== name ? `@${username}` : null,
  ];
  return known.filter(Boolean).join(" · ");
}
