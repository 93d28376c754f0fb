import type { LucideIcon } from "lucide-react";
import { cx } from "../lib/cx";
import { keyCaps, type ShortcutName, SHORTCUTS } from "../lib/shortcuts";
import { Pressable, type PressableProps } from "./Button";
import { Icon } from "./Icon";
import styles from "./IconButton.module.css";

interface IconButtonProps extends Omit<PressableProps, "title"> {
  label: string;
  icon: LucideIcon;
  size?: number;
  shortcut?: ShortcutName;
}

export function IconButton({ label, icon, size = 16, shortcut, className, ...rest }: IconButtonProps) {
  const keys: readonly string[] = shortcut ? SHORTCUTS[shortcut].keys : [];
  const hint = keys.length > 0 ? `${label} (${keys.flatMap(keyCaps).join(" ")})` : label;
  return (
    <Pressable className={cx(styles.iconButton, className)} aria-label={label} title={hint} {...rest}>
      <Icon of={icon} size={size} />
    </Pressable>
  );
}
