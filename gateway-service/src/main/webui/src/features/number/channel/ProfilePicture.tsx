import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useT } from "../../../i18n";
import { useAsking } from "../../../live/asking";
import { Button } from "../../../ui/Button";
import { FilePicker } from "../../../ui/FilePicker";
import { toast } from "../../../ui/Toasts";
import { changePicture } from "./calls";
import styles from "./Channel.module.css";
import { profileQuery } from "./queries";
import { why } from "./why";

/** Chooses the picture that customers see. It stands on WhatsApp's side, from where this page loads nothing. */
export function ProfilePicture({ phoneNumberId }: { phoneNumberId: string }) {
  const t = useT();
  const { api, queries } = useAsking();
  const client = useQueryClient(queries);
  const picker = useRef<HTMLInputElement>(null);
  const bring = useMutation(
    {
      mutationFn: (file: File) => changePicture(api, phoneNumberId, file),
      onSuccess: (now) => {
        client.setQueryData(profileQuery(api, phoneNumberId).queryKey, now);
        toast(t("number.profile.saved"));
      },
    },
    queries,
  );
  return (
    <>
      <Button small isDisabled={bring.isPending} onPress={() => picker.current?.click()}>
        {t(bring.isPending ? "number.profile.bringing" : "number.profile.choose")}
      </Button>
      <small>{t("number.profile.picture.hint")}</small>
      {bring.error && (
        <p role="alert" className={styles.trouble}>
          {why(bring.error, t)}
        </p>
      )}
      <FilePicker
        ref={picker}
        testId="profile-picture"
        accept="image/jpeg,image/png"
        onChoose={([file]) => file && bring.mutate(file)}
      />
    </>
  );
}
