import { UsersRound } from "lucide-react";
import type { CSSProperties } from "react";
import { cx } from "../lib/cx";
import { hueOf, initialsOf } from "../lib/people";
import styles from "./Avatar.module.css";

type Variables = CSSProperties & Record<`--${string}`, string | number>;

export function Avatar(props: {
  name: string;
  size: number;
  /** Operators have their own colour, customers are grey. */
  operator?: string | null;
  initials?: string | null | undefined;
  square?: boolean;
  /** A group of customers. */
  group?: boolean | undefined;
  title?: boolean;
}) {
  const { name, size, operator, initials, square, group, title } = props;
  const style: Variables = { "--size": `${size}px`, ...(operator ? { "--hue": hueOf(operator) } : {}) };
  return (
    <span
      className={cx(styles.avatar, operator && styles.operator, square && styles.square)}
      style={style}
      title={title ? name : undefined}
      aria-hidden="true"
    >
      {group ? <UsersRound size={size * 0.5} strokeWidth={1.75} /> : initials || initialsOf(name)}
    </span>
  );
}
