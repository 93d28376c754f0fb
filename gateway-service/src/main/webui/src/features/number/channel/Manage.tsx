import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { NumberHealth } from "../../../api/types";
import { useT } from "../../../i18n";
import { useAsking } from "../../../live/asking";
import { Button } from "../../../ui/Button";
import { Confirm } from "../../../ui/Confirm";
import { Dialog, DialogHead } from "../../../ui/Dialog";
import { toast } from "../../../ui/Toasts";
import page from "../NumberPage.module.css";
import { changeNumber, removeNumber, setPin } from "./calls";
import styles from "./Channel.module.css";
import { ChooseCatalogue } from "./ChooseCatalogue";
import { Connect } from "./Connect";
import { LabelledField } from "./LabelledField";
import { why } from "./why";

/** What whoever manages numbers can do with one: its steps, its PIN, its name, and taking it away. */
export function Manage({ number }: { number: NumberHealth }) {
  const t = useT();
  const { api, queries } = useAsking();
  const client = useQueryClient(queries);
  const [doing, setDoing] = useState<"connect" | "rename" | "pin" | "catalogue" | "remove" | null>(null);
  const done = () => setDoing(null);
  const remove = useMutation(
    {
      mutationFn: () => removeNumber(api, number.phoneNumberId),
      onSuccess: () => {
        toast(t("number.removed", { number: number.name || number.displayPhone }));
        void client.invalidateQueries({ queryKey: ["numbers"], exact: true });
      },
      onError: (error) => toast(why(error, t) ?? ""),
    },
    queries,
  );
  return (
    <section>
      <h3>{t("number.manage.title")}</h3>
      <div className={page.sync}>
        {number.catalogId && <p>{t("number.catalogue.now", { id: number.catalogId })}</p>}
        {number.ofSettings && <p>{t("number.manage.ofSettings")}</p>}
        <div className={page.actions}>
          <Button
            small
            variant={number.connected ? "default" : "primary"}
            onPress={() => setDoing("connect")}
          >
            {t(number.connected ? "number.manage.steps" : "number.manage.goOn")}
          </Button>
          <Button small onPress={() => setDoing("pin")}>
            {t("number.manage.pin")}
          </Button>
          <Button small onPress={() => setDoing("catalogue")}>
            {t(number.catalogId ? "number.catalogue.change" : "number.catalogue.title")}
          </Button>
          {!number.ofSettings && (
            <>
              <Button small onPress={() => setDoing("rename")}>
                {t("number.manage.rename")}
              </Button>
              <Button small isDisabled={remove.isPending} onPress={() => setDoing("remove")}>
                {t("number.manage.remove")}
              </Button>
            </>
          )}
        </div>
      </div>
      {doing === "connect" && <Connect phoneNumberId={number.phoneNumberId} onClose={done} />}
      {doing === "rename" && <Rename number={number} onClose={done} />}
      {doing === "pin" && <Pin phoneNumberId={number.phoneNumberId} onClose={done} />}
      {doing === "catalogue" && <ChooseCatalogue number={number} onClose={done} />}
      {doing === "remove" && (
        <Confirm
          title={t("number.remove.title", { number: number.name || number.displayPhone })}
          text={t("number.remove.text")}
          confirm={t("number.manage.remove")}
          cancel={t("number.connect.cancel")}
          onConfirm={() => remove.mutate()}
          onClose={done}
        />
      )}
    </section>
  );
}

function Rename({ number, onClose }: { number: NumberHealth; onClose: () => void }) {
  const t = useT();
  const { api, queries } = useAsking();
  const client = useQueryClient(queries);
  const [name, setName] = useState(number.name);
  const [accountId, setAccountId] = useState(number.accountId ?? "");
  const save = useMutation(
    {
      mutationFn: () =>
        changeNumber(api, number.phoneNumberId, {
          name: name.trim(),
          ...(accountId.trim() ? { accountId: accountId.trim() } : {}),
        }),
      onSuccess: () => {
        void client.invalidateQueries({ queryKey: ["numbers"] });
        onClose();
      },
    },
    queries,
  );
  const trouble = why(save.error, t);
  return (
    <Dialog label={t("number.manage.rename")} width={480} onClose={onClose}>
      <form
        className={styles.connect}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <DialogHead title={t("number.manage.rename")} />
        <LabelledField
          label={t("number.connect.name")}
          hint={t("number.rename.hint")}
          maxLength={80}
          value={name}
          autoFocus
          onChange={setName}
        />
        <LabelledField
          label={t("number.connect.account")}
          hint={t("number.connect.account.hint")}
          inputMode="numeric"
          value={accountId}
          trouble={trouble}
          onChange={setAccountId}
        />
        <footer className={styles.foot}>
          <Button onPress={onClose}>{t("number.connect.cancel")}</Button>
          <Button variant="primary" type="submit" isDisabled={save.isPending}>
            {t("number.profile.save")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function Pin({ phoneNumberId, onClose }: { phoneNumberId: string; onClose: () => void }) {
  const t = useT();
  const { api, queries } = useAsking();
  const [pin, write] = useState("");
  const save = useMutation(
    {
      mutationFn: () => setPin(api, phoneNumberId, pin),
      onSuccess: () => {
        toast(t("number.pin.set"));
        onClose();
      },
    },
    queries,
  );
  return (
    <Dialog label={t("number.manage.pin")} width={440} onClose={onClose}>
      <form
        className={styles.connect}
        onSubmit={(event) => {
          event.preventDefault();
          if (/^\d{6}$/.test(pin)) save.mutate();
        }}
      >
        <DialogHead title={t("number.manage.pin")} />
        <p>{t("number.pin.text")}</p>
        <LabelledField
          label={t("number.pin.field")}
          hint={t("number.pin.hint")}
          inputMode="numeric"
          maxLength={6}
          value={pin}
          autoFocus
          trouble={why(save.error, t)}
          onChange={write}
        />
        <footer className={styles.foot}>
          <Button onPress={onClose}>{t("number.connect.cancel")}</Button>
          <Button variant="primary" type="submit" isDisabled={!/^\d{6}$/.test(pin) || save.isPending}>
            {t("number.profile.save")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
