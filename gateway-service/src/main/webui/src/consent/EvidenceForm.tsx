import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useT } from "../i18n";
import { useAsking } from "../live/asking";
import { Button } from "../ui/Button";
import styles from "./Consent.module.css";

interface EvidenceFormProps {
  wanted: "given" | "withdrawn";
  /** What is made of it; it fails when that could not be done. */
  onSave: (evidence: string) => Promise<unknown>;
  onClose: () => void;
}

/** What shows that the customer said so. Without it nothing is recorded. */
export function EvidenceForm({ wanted, onSave, onClose }: EvidenceFormProps) {
  const t = useT();
  const { queries } = useAsking();
  const [evidence, setEvidence] = useState("");
  const [missing, setMissing] = useState(false);
  const save = useMutation(
    {
      mutationFn: () => onSave(evidence.trim()),
      onSuccess: onClose,
    },
    queries,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setMissing(!evidence.trim());
    if (evidence.trim()) save.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <label>
        <span>{t(`consent.evidence.${wanted}`)}</span>
        <input
          autoFocus
          value={evidence}
          maxLength={500}
          dir="auto"
          placeholder={t("consent.evidence.example")}
          aria-invalid={missing || undefined}
          onChange={({ target }) => setEvidence(target.value)}
        />
      </label>
      {(missing || save.isError) && (
        <p role="alert" className={styles.problem}>
          {t(missing ? "consent.missing" : "consent.failed")}
        </p>
      )}
      <span className={styles.buttons}>
        <Button type="submit" small variant="primary" isDisabled={save.isPending}>
          {t("consent.save")}
        </Button>
        <Button small onPress={onClose}>
          {t("consent.cancel")}
        </Button>
      </span>
    </form>
  );
}
