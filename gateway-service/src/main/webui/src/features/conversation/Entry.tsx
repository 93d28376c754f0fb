import type { ReactNode } from "react";
import { cx } from "../../lib/cx";
import styles from "./Entry.module.css";

/** One thing that somebody wrote, in the thread: the customer's on the left, the team's on the right. */
export function Entry(props: {
  label: string;
  side: "in" | "out";
  /** It follows another of the same author. */
  grouped?: boolean;
  /** The id of a message of ours. */
  message?: string;
  children: ReactNode;
}) {
  const { label, side, grouped, message, children } = props;
  return (
    <article
      className={cx(styles.entry, styles[side])}
      aria-label={label}
      tabIndex={-1}
      data-entry
      data-grouped={grouped || undefined}
      data-message={message}
    >
      {children}
    </article>
  );
}
