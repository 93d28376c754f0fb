import { useMutation, useQuery } from "@tanstack/react-query";
import { ApiProblem } from "../../api/client";
import type { ContactImport } from "../../api/types";
import { useT } from "../../i18n";
import { useAsking } from "../../live/asking";
import { Button } from "../../ui/Button";
import { Dialog, DialogHead } from "../../ui/Dialog";
import { toast } from "../../ui/Toasts";
import { importContacts } from "./calls";
import styles from "./ContactPage.module.css";

const SHOWN = 200;
const OUTCOMES = ["created", "changed", "unchanged", "refused"] as const;

/** What a file would do, line by line, before it does it. */
export function ImportDialog({
  file: { name: fileName, text },
  onClose,
}: {
  file: { name: string; text: string };
  onClose: () => void;
}) {
  const t = useT();
  const { api, queries } = useAsking();
  const { data: trial, error } = useQuery(
    {
      queryKey: ["contacts", "import", text, fileName],
      queryFn: () => importContacts(api, text, fileName, true),
      gcTime: 0,
    },
    queries,
  );
  const bring = useMutation(
    {
      mutationFn: () => importContacts(api, text, fileName, false),
      onSuccess: (done) => {
        void queries.invalidateQueries({ queryKey: ["contacts"] });
        onClose();
        toast(t("contacts.import.done", { count: changes(done) }));
      },
      onError: () => toast(t("contact.notSaved")),
    },
    queries,
  );
  return (
    <Dialog label={t("contacts.import.title")} onClose={onClose}>
      <DialogHead title={t("contacts.import.title")} />
      <div className={styles.dialog}>
        {error && (
          <p role="alert" className={styles.problem}>
            {t(
              error instanceof ApiProblem && error.status === 403
                ? "contacts.import.notAllowed"
                : "contacts.import.unreadable",
            )}
          </p>
        )}
        {!trial && !error && <p>{t("contacts.loading")}</p>}
        {trial && (
          <>
            <p>
              {OUTCOMES.filter((outcome) => count(trial, outcome) > 0)
                .map((outcome) => t(`contacts.import.sum.${outcome}`, { count: count(trial, outcome) }))
                .join(" · ")}
            </p>
            {stays(trial) > 0 && <p>{t("contacts.import.stays", { count: stays(trial) })}</p>}
            <ul className={styles.lines} aria-label={t("contacts.import.lines")} tabIndex={0}>
              {trial.lines.slice(0, SHOWN).map(({ number, name, outcome, reason, consent }) => (
                <li key={number}>
                  <b dir="auto">{t("contacts.import.line", { number, name })}</b>{" "}
                  <small>
                    {reason ? t(`contacts.import.reason.${reason}`) : t(`contacts.import.outcome.${outcome}`)}
                    {consent && `, ${t(`contacts.import.consent.${consent}`)}`}
                  </small>
                </li>
              ))}
            </ul>
          </>
        )}
        <footer className={styles.buttons}>
          <Button onPress={onClose}>{t("action.close")}</Button>
          {trial && changes(trial) > 0 && (
            <Button variant="primary" isDisabled={bring.isPending} onPress={() => bring.mutate()}>
              {t("contacts.import.confirm")}
            </Button>
          )}
        </footer>
      </div>
    </Dialog>
  );
}

const count = ({ lines }: ContactImport, wanted: (typeof OUTCOMES)[number]): number =>
  lines.filter(({ outcome }) => outcome === wanted).length;

const changes = (file: ContactImport): number => count(file, "created") + count(file, "changed");

/** What customers took back stays so, whatever a file says. */
const stays = ({ lines }: ContactImport): number =>
  lines.filter(({ consent }) => consent === "withdrawal-stays").length;
