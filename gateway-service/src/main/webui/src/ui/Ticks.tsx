import { Check, CheckCheck, CircleAlert, CircleHelp, Clock } from "lucide-react";
import { cx } from "../lib/cx";
import styles from "./Ticks.module.css";

const PICTURES = {
  waiting: Clock,
  sending: Clock,
  queued: Clock,
  accepted: Clock,
  unknown: CircleHelp,
  sent: Check,
  failed: CircleAlert,
  delivered: CheckCheck,
  read: CheckCheck,
  played: CheckCheck,
} as const;

/** How far a message of ours has come. The words for it are given by whoever shows it. */
export function Ticks({ status, label, size = 14 }: { status: string; label?: string; size?: number }) {
  const Picture = PICTURES[status as keyof typeof PICTURES];
  if (!Picture) return null;
  const read = status === "read" || status === "played";
  return (
    <span
      className={cx(
        styles.ticks,
        read && styles.read,
        (status === "failed" || status === "unknown") && styles.failed,
      )}
      title={label}
      data-status={status}
    >
      <Picture size={size} strokeWidth={1.75} aria-hidden="true" />
    </span>
  );
}
