import { cloneElement, type ReactElement, useId } from "react";
import { type Key, type Translate, useT } from "../../i18n";
import type { Flaw } from "./rules";
import styles from "./Templates.module.css";

interface FieldProps {
  label: string;
  /** Which flaws are its own. */
  path: string;
  flaws: readonly Flaw[];
  hint?: string;
  /** How many characters there are, of how many. */
  count?: readonly [number, number];
  children: ReactElement<Record<string, unknown>>;
}

/** The server may know a rule that this page does not. */
function ruleInWords(t: Translate, rule: string, limit: number): string {
  const key = `template.rule.${rule}` as Key;
  const words = t(key, { limit });
  return words === key ? t("template.rule.other") : words;
}

/** A field with its name, what it is for, and what WhatsApp would say to what stands in it. */
export function Field({ label, path, flaws, hint, count, children }: FieldProps) {
  const t = useT();
  const id = useId();
  const own = flaws.filter((flaw) => flaw.path === path);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, {
        id,
        "aria-describedby": `${id}-words`,
        "aria-invalid": own.length > 0 || undefined,
      })}
      <small id={`${id}-words`}>
        {own.map(({ rule, limit = 0 }) => (
          <span key={rule} className={styles.trouble}>
            {ruleInWords(t, rule, limit)}{" "}
          </span>
        ))}
        {own.length === 0 && hint} {count && `${count[0]}/${count[1]}`}
      </small>
    </div>
  );
}
