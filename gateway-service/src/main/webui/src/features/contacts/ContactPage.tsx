import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ArrowLeft, CircleAlert, UserRoundX } from "lucide-react";
import { contactQuery } from "../../api/queries";
import { ApiProblem } from "../../api/client";
import type { ContactProfile } from "../../api/types";
import { useT } from "../../i18n";
import { called } from "../../lib/called";
import { Consent } from "../../consent/part";
import { useAsking } from "../../live/asking";
import { useCan } from "../../live/session";
import { Avatar } from "../../ui/Avatar";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Icon } from "../../ui/Icon";
import { Blocking, isPending } from "./Blocking";
import { Clashes } from "./Clashes";
import styles from "./ContactPage.module.css";
import { Conversations } from "./Conversations";
import { EditForm } from "./EditForm";
import { Keys } from "./Keys";
import { Merges } from "./Merges";

const route = getRouteApi("/contacts/$id");

/** One customer: who he is, by which keys he is known, and where he writes. */
export function ContactPage() {
  const t = useT();
  const { id } = route.useParams();
  const { api, queries } = useAsking();
  const can = useCan();
  const {
    data: contact,
    error,
    refetch,
  } = useQuery(
    {
      ...contactQuery(api, id),
      // WhatsApp answers a moment after it was asked.
      refetchInterval: ({ state }) => (state.data && isPending(state.data) ? 2_000 : false),
    },
    queries,
  );

  const changed = (now: ContactProfile) => {
    queries.setQueryData(contactQuery(api, id).queryKey, now);
    void queries.invalidateQueries({ queryKey: ["contacts"] });
  };

  if (error instanceof ApiProblem && error.status === 404)
    return (
      <EmptyState icon={UserRoundX} title={t("contact.missing")}>
        {t("contact.missing.text")}
      </EmptyState>
    );
  if (error && !contact)
    return (
      <div role="alert">
        <EmptyState
          icon={CircleAlert}
          title={t("contacts.failed")}
          action={<Button onPress={() => void refetch()}>{t("action.retry")}</Button>}
        />
      </div>
    );
  if (!contact) return <p className={styles.waiting}>{t("contacts.loading")}</p>;
  return (
    <main className={styles.contact} aria-label={called(contact, t)} key={contact.id}>
      <Link to="/contacts" className={styles.back}>
        <Icon of={ArrowLeft} size={16} /> {t("contacts.title")}
      </Link>
      <header className={styles.who}>
        <Avatar name={contact.name} group={contact.group} size={56} />
        <div>
          <h2 dir="auto">{called(contact, t)}</h2>
          {contact.phoneBookName && contact.phoneBookName !== contact.name && (
            <p dir="auto">{t("contact.inPhone", { name: contact.phoneBookName })}</p>
          )}
          <p dir="auto">
            {contact.group
              ? t("contact.group")
              : contact.profileName && contact.profileName !== contact.name
                ? t("contact.onWhatsApp", { name: contact.profileName })
                : (contact.displayPhone ?? t("contact.noNumber"))}
          </p>
        </div>
      </header>
      <Clashes clashes={contact.clashes} onChanged={changed} />
      {can("contact.edit") && <EditForm contact={contact} onChanged={changed} />}
      {!can("contact.edit") && <Attributes attributes={contact.attributes} />}
      <Keys keys={contact.keys} />
      <Conversations contact={contact} />
      {!contact.group && (
        <>
          <section>
            <h3>{t("contact.advertising")}</h3>
            <Consent contactId={contact.id} />
          </section>
          <Blocking contact={contact} mayBlock={can("contact.block")} onChanged={changed} />
          <Merges contact={contact} mayMerge={can("contact.merge")} onChanged={changed} />
        </>
      )}
    </main>
  );
}

function Attributes({ attributes }: { attributes: ContactProfile["attributes"] }) {
  const t = useT();
  const all = Object.entries(attributes);
  if (all.length === 0) return null;
  return (
    <section>
      <h3>{t("contact.attributes")}</h3>
      <dl className={styles.facts}>
        {all.map(([name, value]) => (
          <div key={name}>
            <dt dir="auto">{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
