import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { QrCode } from "../../../api/types";
import { useT } from "../../../i18n";
import { useAsking } from "../../../live/asking";
import { useCan } from "../../../live/session";
import { Button, buttonLook } from "../../../ui/Button";
import { Confirm } from "../../../ui/Confirm";
import { Dialog, DialogHead } from "../../../ui/Dialog";
import { toast } from "../../../ui/Toasts";
import page from "../NumberPage.module.css";
import { deleteQrCode, writeQrCode } from "./calls";
import styles from "./Channel.module.css";
import { LabelledField } from "./LabelledField";
import { pictureOf } from "./qr";
import { qrCodesQuery } from "./queries";
import { why } from "./why";

const LONGEST = 140;

type Doing = { what: "write"; code?: QrCode } | { what: "delete"; code: QrCode };

/** Links and QR codes by which customers open a chat, with words that stand there already. */
export function QrCodes({ phoneNumberId }: { phoneNumberId: string }) {
  const t = useT();
  const may = useCan()("number.manage");
  const { api, queries } = useAsking();
  const client = useQueryClient(queries);
  const wanted = qrCodesQuery(api, phoneNumberId);
  const { data, error } = useQuery(wanted, queries);
  const [doing, setDoing] = useState<Doing | null>(null);
  const remove = useMutation(
    {
      mutationFn: (code: string) => deleteQrCode(api, phoneNumberId, code),
      onSuccess: () => client.invalidateQueries({ queryKey: wanted.queryKey }),
      onError: (failed) => toast(why(failed, t) ?? ""),
    },
    queries,
  );
  return (
    <section>
      <h3>{t("number.qr.title")}</h3>
      <div className={page.sync}>
        {error && <p role="alert">{why(error, t)}</p>}
        {data?.items.length === 0 && <p className={page.quiet}>{t("number.qr.none")}</p>}
        <ul className={styles.codes}>
          {data?.items.map((code) => (
            <li key={code.code}>
              <QrPicture code={code} />
              <div>
                <span dir="auto">{code.message}</span>
                <a href={code.link} target="_blank" rel="noreferrer">
                  {code.link}
                </a>
                <div className={page.actions}>
                  <a
                    className={buttonLook({ small: true })}
                    href={pictureOf(code.link)}
                    download={`whatsapp-${code.code}.svg`}
                  >
                    {t("number.qr.save")}
                  </a>
                  {may && (
                    <Button small onPress={() => setDoing({ what: "write", code })}>
                      {t("number.qr.change")}
                    </Button>
                  )}
                  {may && (
                    <Button small onPress={() => setDoing({ what: "delete", code })}>
                      {t("number.qr.delete")}
                    </Button>
                  )}
                </div>
              </div>
            </li>
          ))}
        </ul>
        {data && may && (
          <Button small onPress={() => setDoing({ what: "write" })}>
            {t("number.qr.new")}
          </Button>
        )}
      </div>
      {doing?.what === "write" && (
        <QrForm phoneNumberId={phoneNumberId} of={doing.code} onClose={() => setDoing(null)} />
      )}
      {doing?.what === "delete" && (
        <Confirm
          title={t("number.qr.delete.title")}
          text={t("number.qr.delete.text")}
          confirm={t("number.qr.delete")}
          cancel={t("number.connect.cancel")}
          onConfirm={() => remove.mutate(doing.code.code)}
          onClose={() => setDoing(null)}
        />
      )}
    </section>
  );
}

function QrPicture({ code }: { code: QrCode }) {
  const t = useT();
  return (
    <img
      className={styles.picture}
      src={pictureOf(code.link)}
      alt={t("number.qr.picture", { link: code.link })}
    />
  );
}

function QrForm(props: { phoneNumberId: string; of: QrCode | undefined; onClose: () => void }) {
  const { phoneNumberId, of, onClose } = props;
  const t = useT();
  const { api, queries } = useAsking();
  const client = useQueryClient(queries);
  const [message, setMessage] = useState(of?.message ?? "");
  const save = useMutation(
    {
      mutationFn: () => writeQrCode(api, phoneNumberId, message.trim(), of?.code),
      onSuccess: () => {
        void client.invalidateQueries({ queryKey: qrCodesQuery(api, phoneNumberId).queryKey });
        onClose();
      },
    },
    queries,
  );
  const title = t(of ? "number.qr.change" : "number.qr.new");
  return (
    <Dialog label={title} width={480} onClose={onClose}>
      <form
        className={styles.connect}
        onSubmit={(event) => {
          event.preventDefault();
          if (message.trim()) save.mutate();
        }}
      >
        <DialogHead title={title} />
        <LabelledField
          label={t("number.qr.message")}
          hint={`${message.length}/${LONGEST}`}
          maxLength={LONGEST}
          value={message}
          autoFocus
          trouble={why(save.error, t)}
          onChange={setMessage}
        />
        <footer className={styles.foot}>
          <Button onPress={onClose}>{t("number.connect.cancel")}</Button>
          <Button variant="primary" type="submit" isDisabled={!message.trim() || save.isPending}>
            {t("number.profile.save")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
