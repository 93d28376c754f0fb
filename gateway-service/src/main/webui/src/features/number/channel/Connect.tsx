import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useT } from "../../../i18n";
import { useAsking } from "../../../live/asking";
import { Dialog, DialogHead } from "../../../ui/Dialog";
import styles from "./Channel.module.css";
import { FindNumber } from "./FindNumber";
import { setupQuery } from "./queries";
import { Steps } from "./Steps";

/** Connects a number step by step. What was left half-done goes on where it was. */
export function Connect({ phoneNumberId, onClose }: { phoneNumberId?: string; onClose: () => void }) {
  const t = useT();
  const { api, queries } = useAsking();
  const client = useQueryClient(queries);
  const [added, setAdded] = useState(phoneNumberId);
  return (
    <Dialog label={t("number.connect.title")} width={620} onClose={onClose}>
      <div className={styles.connect}>
        <DialogHead title={t("number.connect.title")} />
        {added ? (
          <Steps phoneNumberId={added} onClose={onClose} />
        ) : (
          <FindNumber
            onAdded={(setup) => {
              client.setQueryData(setupQuery(api, setup.phoneNumberId).queryKey, setup);
              void client.invalidateQueries({ queryKey: ["numbers"] });
              setAdded(setup.phoneNumberId);
            }}
            onClose={onClose}
          />
        )}
      </div>
    </Dialog>
  );
}
