import { useState } from "react";
import { useT } from "../i18n";
import { useCan } from "../live/session";
import { Button } from "../ui/Button";
import styles from "./Consent.module.css";
import { EvidenceForm } from "./EvidenceForm";

interface NewConsentProps {
  /** What shows that the customer agreed; `null` while nobody has said. */
  evidence: string | null;
  onSay: (evidence: string) => void;
}

/** Of somebody to whom nobody has written yet: that he agreed to advertising is recorded with what is sent. */
export function NewConsent({ evidence, onSay }: NewConsentProps) {
  const t = useT();
  const can = useCan();
  const [asked, setAsked] = useState(false);
  if (!can("contact.edit")) return null;
  return (
    <div className={styles.consent}>
      <p role="status">{t(evidence === null ? "consent.unknown" : "consent.withMessage")}</p>
      {evidence !== null && (
        <p>
          <q dir="auto">{evidence}</q>
        </p>
      )}
      {asked ? (
        <EvidenceForm
          wanted="given"
          onSave={(said) => Promise.resolve(onSay(said))}
          onClose={() => setAsked(false)}
        />
      ) : (
        <span className={styles.buttons}>
          <Button small onPress={() => setAsked(true)}>
            {t(evidence === null ? "consent.record.given" : "consent.change")}
          </Button>
        </span>
      )}
    </div>
  );
}
