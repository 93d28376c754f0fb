import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "../../ui/Icon";
import styles from "./Mark.module.css";

/** A quiet line in a bubble, in our words: what the message is, or where it comes from. */
export function Mark({ icon, children }: { icon: LucideIcon; children: ReactNode }) {
  // It has a direction of its own, so that the words below decide about theirs.
  return (
    <span className={styles.mark} dir="auto">
      <Icon of={icon} size={13} />
      <span>{children}</span>
    </span>
  );
}
