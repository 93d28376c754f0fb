import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { useT } from "../../i18n";
import { useAsking } from "../../live/asking";
import { Button } from "../../ui/Button";
import { FilePicker } from "../../ui/FilePicker";
import { bringExample } from "./queries";
import { refusalIn } from "./refusals";
import styles from "./Templates.module.css";

const TAKEN = { image: "image/jpeg,image/png", video: "video/mp4", document: "application/pdf" };
export type FileFormat = keyof typeof TAKEN;
export const isFile = (format: string | undefined): format is FileFormat =>
  format !== undefined && format in TAKEN;

interface ExampleFileProps {
  phoneNumberId: string;
  format: FileFormat;
  /** What WhatsApp calls the one that it has. */
  handle: string | undefined;
  onChange: (handle: string) => void;
  /** Whether somebody was told that it is missing. */
  wanted: boolean;
}

/** A file that shows WhatsApp what will stand there; customers never get it. */
export function ExampleFile({ phoneNumberId, format, handle, onChange, wanted }: ExampleFileProps) {
  const t = useT();
  const { api, queries } = useAsking();
  const picker = useRef<HTMLInputElement>(null);
  const bring = useMutation({ mutationFn: (file: File) => bringExample(api, phoneNumberId, file) }, queries);
  const wrong = bring.error
    ? refusalIn(bring.error, t, t("template.file.failed"))
    : wanted && !handle && t("template.rule.file-example");
  return (
    <div className={styles.field}>
      <span>{t("template.file", { what: t(`template.header.${format}`) })}</span>
      <Button small isDisabled={bring.isPending} onPress={() => picker.current?.click()}>
        {bring.isPending
          ? t("template.file.bringing")
          : handle
            ? t("template.file.another")
            : t("template.file.choose")}
      </Button>
      <small role={wrong ? "alert" : undefined} className={wrong ? styles.trouble : undefined}>
        {wrong || (handle ? t("template.file.there") : t(`template.file.hint.${format}`))}
      </small>
      <FilePicker
        ref={picker}
        testId="template-example"
        accept={TAKEN[format]}
        // What comes when another kind of file was chosen meanwhile is not wanted any more.
        onChoose={([file]) =>
          file && bring.mutate(file, { onSuccess: (brought) => onChange(brought.handle) })
        }
      />
    </div>
  );
}
