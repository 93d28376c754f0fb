import { type InputHTMLAttributes, useId } from "react";
import styles from "./Channel.module.css";

interface LabelledFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange"> {
  label: string;
  hint?: string;
  /** What is wrong with it. */
  trouble?: string | null;
  onChange: (value: string) => void;
}

/** A line to write in, with its name, what it is for, and what is wrong with it. */
export function LabelledField({ label, hint, trouble, onChange, ...rest }: LabelledFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={trouble ? true : undefined}
        aria-describedby={`${id}-words`}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      />
      <small id={`${id}-words`} className={trouble ? styles.trouble : undefined}>
        {trouble ?? hint}
      </small>
    </div>
  );
}
