import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";
import { Icon } from "./Icon";

/** Where something will be, or could not be: what it is, and one thing to do. */
export function EmptyState(props: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** It is all there is on this screen. */
  alone?: boolean;
}) {
  const Heading = props.alone ? "h1" : "h2";
  return (
    <div className={styles.empty}>
      <Icon of={props.icon} size={24} />
      <Heading>{props.title}</Heading>
      {props.children && <p>{props.children}</p>}
      {props.action}
    </div>
  );
}
