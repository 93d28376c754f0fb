import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { cx } from "../lib/cx";
import styles from "./Button.module.css";

export interface PressableProps extends Omit<AriaButtonProps, "children" | "className" | "render" | "style"> {
  className?: string | undefined;
  /** Shown when the pointer rests on it. */
  title?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** What can be pressed by mouse, finger and key, with no looks of its own. */
export function Pressable({ title, ...props }: PressableProps & { children: ReactNode }) {
  return <AriaButton {...props} render={(dom) => <button {...dom} title={title} />} />;
}

interface Look {
  variant?: "default" | "primary" | "note" | "danger";
  small?: boolean;
  className?: string | undefined;
}

/** For what looks like a button and is a link. */
export const buttonLook = ({ variant = "default", small, className }: Look = {}): string =>
  cx(styles.button, small && styles.small, variant !== "default" && styles[variant], className);

interface ButtonProps extends PressableProps, Look {
  children: ReactNode;
}

export function Button({ variant, small, className, ...rest }: ButtonProps) {
  return <Pressable className={buttonLook({ variant, small, className })} {...rest} />;
}
