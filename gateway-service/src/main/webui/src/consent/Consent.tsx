import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { contactQuery } from "../api/queries";
import type { ContactConsent, Uuid } from "../api/types";
import { currentLocale, type Translate, useT } from "../i18n";
import { fullWhen } from "../lib/time";
import { useAsking } from "../live/asking";
import { useCan, useServerNow } from "../live/session";
import { Button } from "../ui/Button";
import styles from "./Consent.module.css";
import { EvidenceForm } from "./EvidenceForm";

/** Whether a customer agreed to advertising, what shows it, and a way to record what is known. */
export function Consent({ contactId, brief = false }: { contactId: Uuid; brief?: boolean }) {
  const t = useT();
  const now = useServerNow(60_000);
  const { api, queries } = useAsking();
  const can = useCan();
  const { data: contact } = useQuery(
    { ...contactQuery(api, contactId), enabled: can("contact.see") },
    queries,
  );
  const [asked, setAsked] = useState<"given" | "withdrawn" | null>(null);
  if (!contact || contact.group) return null;
  const { consent, consents } = contact;
  const said = (each: ContactConsent) => (
    <>
      {each.evidence && each.source !== "import" && <q dir="auto">{each.evidence}</q>}{" "}
      <small>{knownBy(each, now, t)}</small>
    </>
  );
  const save = (given: boolean) => async (evidence: string) => {
    const recorded = await api.ask((http) =>
      http.PUT("/api/contacts/{contactId}/consent", {
        params: { path: { contactId } },
        body: { given, evidence },
      }),
    );
    queries.setQueryData(contactQuery(api, contactId).queryKey, recorded);
    // What may be sent to the customer is other than before.
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes("templates") });
  };
  const [newest, ...earlier] = consents;
  const offered = (["given", "withdrawn"] as const).filter((each) => each !== consent);
  return (
    <div className={styles.consent}>
      <p role="status">{t(`consent.${consent}`)}</p>
      {newest && <p>{said(newest)}</p>}
      {!brief && earlier.length > 0 && (
        <ul aria-label={t("consent.earlier")}>
          {earlier.map((each) => (
            <li key={each.id}>
              {t(`consent.${each.consent}`)} {said(each)}
            </li>
          ))}
        </ul>
      )}
      {asked === null
        ? can("contact.edit") && (
            <span className={styles.buttons}>
              {offered.map((each) => (
                <Button key={each} small onPress={() => setAsked(each)}>
                  {t(`consent.record.${each}`)}
                </Button>
              ))}
            </span>
          )
        : can("contact.edit") && (
            <EvidenceForm wanted={asked} onSave={save(asked === "given")} onClose={() => setAsked(null)} />
          )}
    </div>
  );
}

function knownBy({ source, evidence, by, at }: ContactConsent, now: number, t: Translate): string {
  return t(`consent.by.${source}`, {
    file: evidence ?? "",
    name: by?.name ?? "",
    time: fullWhen(currentLocale(), now, at),
  });
}
