import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "../../ui/Icon";
import styles from "./ContentCard.module.css";

/** What is no text, in a bubble: a picture of its kind, what it is, and what belongs to it. */
export function ContentCard(props: { icon: LucideIcon; title: string; children?: ReactNode }) {
  return (
    <div className={styles.card}>
      <span className={styles.picture}>
        <Icon of={props.icon} size={17} />
      </span>
      <div className={styles.words}>
        <b dir="auto">{props.title}</b>
        {props.children}
      </div>
    </div>
  );
}
