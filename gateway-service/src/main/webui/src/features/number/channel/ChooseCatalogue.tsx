import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { NumberHealth } from "../../../api/types";
import { useT } from "../../../i18n";
import { useAsking } from "../../../live/asking";
import { Button } from "../../../ui/Button";
import { Dialog, DialogHead } from "../../../ui/Dialog";
import { toast } from "../../../ui/Toasts";
import { changeNumber } from "./calls";
import styles from "./Channel.module.css";
import { LabelledField } from "./LabelledField";
import { cataloguesQuery } from "./queries";
import { why } from "./why";

const NONE = "";
const OTHER = "other";

/** Whose products operators can show to customers: chosen from the account's catalogues, or by its id. */
export function ChooseCatalogue({ number, onClose }: { number: NumberHealth; onClose: () => void }) {
  const t = useT();
  const { api, queries } = useAsking();
  const client = useQueryClient(queries);
  const { data, isPending } = useQuery(cataloguesQuery(api, number.phoneNumberId), queries);
  const before = number.catalogId ?? NONE;
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState(before);
  const listed = data?.items ?? [];
  const known = before === NONE || listed.some(({ id }) => id === before);
  const choice = chosen ?? (known ? before : OTHER);
  const save = useMutation(
    {
      mutationFn: () =>
        changeNumber(api, number.phoneNumberId, { catalogId: choice === OTHER ? typed.trim() : choice }),
      onSuccess: () => {
        void client.invalidateQueries({ queryKey: ["numbers"] });
        toast(t("number.catalogue.saved"));
        onClose();
      },
    },
    queries,
  );
  const rubbish = choice === OTHER && !/^\d{5,32}$/.test(typed.trim());
  return (
    <Dialog label={t("number.catalogue.title")} width={480} onClose={onClose}>
      <form
        className={styles.connect}
        onSubmit={(event) => {
          event.preventDefault();
          if (!rubbish) save.mutate();
        }}
      >
        <DialogHead title={t("number.catalogue.title")} />
        <p>{t("number.catalogue.text")}</p>
        {isPending ? (
          <p role="status">{t("number.catalogue.asking")}</p>
        ) : (
          <label className={styles.field}>
            {t("number.catalogue.choose")}
            <select value={choice} onChange={(event) => setChosen(event.target.value)}>
              <option value={NONE}>{t("number.catalogue.none")}</option>
              {listed.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name ? `${name} (${id})` : id}
                </option>
              ))}
              <option value={OTHER}>{t("number.catalogue.other")}</option>
            </select>
          </label>
        )}
        {choice === OTHER && (
          <LabelledField
            label={t("number.catalogue.id")}
            hint={t("number.catalogue.id.hint")}
            inputMode="numeric"
            maxLength={32}
            value={typed}
            onChange={setTyped}
          />
        )}
        {save.error && (
          <p role="alert" className={styles.trouble}>
            {why(save.error, t)}
          </p>
        )}
        <footer className={styles.foot}>
          <Button onPress={onClose}>{t("number.connect.cancel")}</Button>
          <Button variant="primary" type="submit" isDisabled={rubbish || isPending || save.isPending}>
            {t("number.profile.save")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
