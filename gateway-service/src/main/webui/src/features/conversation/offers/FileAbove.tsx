import { CircleAlert, File as Document, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { ApiProblem } from "../../../api/client";
import type { Uuid } from "../../../api/types";
import { useT } from "../../../i18n";
import { useSession } from "../../../live/session";
import { Button } from "../../../ui/Button";
import { FilePicker } from "../../../ui/FilePicker";
import { Icon } from "../../../ui/Icon";
import { IconButton } from "../../../ui/IconButton";
import { type Upload, upload } from "../attach/upload";
import { dropLocal, keepLocal } from "../media/local";
import type { Above, FileFormat } from "./brought";
import styles from "./Templates.module.css";

const TAKEN: Readonly<Record<FileFormat, string | undefined>> = {
  image: "image/jpeg,image/png",
  video: "video/mp4,video/3gpp",
  document: undefined,
};

interface FileAboveProps {
  conversation: Uuid;
  format: FileFormat;
  /** What it is for. */
  label: string;
  value: Above | null;
  onChange: (value: Above | null) => void;
}

/** The file above a template's words: it is brought at once, and the template names it. */
export function FileAbove({ conversation, format, label, value, onChange }: FileAboveProps) {
  const t = useT();
  const { api } = useSession();
  const picker = useRef<HTMLInputElement>(null);
  const running = useRef<Upload | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => () => running.current?.cancel(), []);

  const bring = async (source: File | undefined) => {
    if (!source) return;
    const id = crypto.randomUUID();
    const { name, type } = keepLocal(id, source);
    setWrong(null);
    setProgress(0);
    const brought = upload(api.tokens, conversation, id, source, setProgress);
    running.current = brought;
    try {
      const { kind } = await brought.done;
      if (kind === format) onChange({ id, name, mimeType: type });
      else {
        dropLocal(id);
        setWrong(t(`offer.file.${format}`));
      }
    } catch (failure) {
      dropLocal(id);
      setWrong(
        failure instanceof ApiProblem && failure.reasonKey === "file-too-large"
          ? t("offer.file.tooLarge")
          : t("offer.file.failed"),
      );
    } finally {
      running.current = null;
      setProgress(null);
    }
  };
  return (
    <div className={styles.field}>
      <small>{label}</small>
      {value ? (
        <span className={styles.row}>
          <Icon of={Document} size={14} />
          <span dir="auto">{value.name}</span>
          <IconButton icon={X} label={t("offer.file.remove")} onPress={() => onChange(null)} />
        </span>
      ) : (
        <Button small isDisabled={progress !== null} onPress={() => picker.current?.click()}>
          {progress === null
            ? t("offer.file.choose")
            : t("offer.file.uploading", { percent: Math.round(progress * 100) })}
        </Button>
      )}
      {wrong && (
        <small className={styles.wrong} role="alert">
          <Icon of={CircleAlert} size={13} /> {wrong}
        </small>
      )}
      <FilePicker
        ref={picker}
        testId="template-file"
        accept={TAKEN[format]}
        onChoose={([file]) => void bring(file)}
      />
    </div>
  );
}
