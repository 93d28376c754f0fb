import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useT } from "../../../i18n";
import { IconButton } from "../../../ui/IconButton";
import { LONGEST } from "./drafts";
import styles from "./Ask.module.css";

interface FieldProps {
  label: string;
  value: string;
  longest: number;
  /** Why WhatsApp would not take it. */
  wrong?: string | undefined;
  placeholder?: string;
  /** Whether it is more than one line. */
  lines?: boolean;
  /** Whether one goes on writing here when it appears. */
  focused?: boolean;
  onChange: (value: string) => void;
  onRemove?: (() => void) | undefined;
}

/** A line or more to write in; what WhatsApp would not take is said while it is typed. */
export function Field(props: FieldProps) {
  const { label, value, longest, wrong, placeholder, lines, focused, onChange, onRemove } = props;
  const t = useT();
  const hint = useId();
  const left = longest - [...value.trim()].length;
  const complaint: ReactNode = left < 0 ? t("ask.tooLong", { count: -left }) : wrong;
  const near = left >= 0 && left <= longest / 4 && longest <= LONGEST.text;
  const input = {
    value,
    placeholder,
    dir: "auto",
    autoFocus: focused,
    "aria-invalid": complaint !== undefined || undefined,
    "aria-describedby": hint,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  } as const;
  return (
    <div className={styles.field}>
      <label>
        <span>{label}</span>
        {lines ? <textarea rows={3} {...input} /> : <input {...input} />}
      </label>
      {onRemove && <IconButton icon={X} label={t("ask.remove", { what: label })} onPress={onRemove} />}
      <small id={hint} className={complaint ? styles.wrong : undefined}>
        {complaint ?? (near ? t("ask.left", { count: left }) : "")}
      </small>
    </div>
  );
}
