import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../lib/cx";
import styles from "./Banner.module.css";
import { Icon } from "./Icon";

export function Banner(props: {
  tone: "danger" | "warn" | "ok" | "plain";
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  aside?: ReactNode;
}) {
  const tone = { danger: styles.danger, warn: styles.warn, ok: styles.ok, plain: "" }[props.tone];
  return (
    <div className={cx(styles.banner, tone)} role="status">
      <Icon of={props.icon} />
      <p>
        <b>{props.title}</b>
        {props.children}
      </p>
      {props.aside}
    </div>
  );
}
