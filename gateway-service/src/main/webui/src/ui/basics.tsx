import {
  type ButtonHTMLAttributes,
  Component,
  type CSSProperties,
  type ReactNode,
  type Ref,
  useEffect,
  useRef,
} from "react";
import type { LucideIcon } from "lucide-react";
import { cx } from "../lib/cx";
import { hueOf, initialsOf } from "../lib/people";
import { keyCaps, type ShortcutName, SHORTCUTS } from "../lib/shortcuts";
import styles from "./ui.module.css";

type Variables = CSSProperties & Record<`--${string}`, string | number>;

export function Avatar(props: {
  name: string;
  size: number;
  /** Operators have their own colour, customers are grey. */
  operator?: string | null;
  initials?: string | null | undefined;
  square?: boolean;
  title?: boolean;
}) {
  const { name, size, operator, initials, square, title } = props;
  const style: Variables = { "--size": `${size}px`, ...(operator ? { "--hue": hueOf(operator) } : {}) };
  return (
    <span
      className={cx(styles.avatar, operator && styles.operator, square && styles.square)}
      style={style}
      title={title ? name : undefined}
      aria-hidden="true"
    >
      {initials || initialsOf(name)}
    </span>
  );
}

export function Icon({ of: Picture, size = 16 }: { of: LucideIcon; size?: number }) {
  return <Picture size={size} strokeWidth={1.75} aria-hidden="true" />;
}

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className={styles.kbd} aria-hidden="true">
      {children}
    </kbd>
  );
}

/** The keys of a shortcut, as a hint on its button. */
export function Keys({ of: name }: { of: ShortcutName }) {
  const keys: readonly string[] = SHORTCUTS[name].keys;
  return keys.flatMap(keyCaps).map((cap) => <Kbd key={cap}>{cap}</Kbd>);
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: "default" | "primary" | "note" | "danger";
  small?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ variant = "default", small, className, type = "button", ...rest }: ButtonProps) {
  const look = { default: "", primary: styles.primary, note: styles.noteButton, danger: styles.danger }[
    variant
  ];
  return (
    <button type={type} className={cx(styles.button, small && styles.small, look, className)} {...rest} />
  );
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  label: string;
  icon: LucideIcon;
  size?: number;
  shortcut?: ShortcutName;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, icon, size = 16, shortcut, className, ...rest }: IconButtonProps) {
  const keys: readonly string[] = shortcut ? SHORTCUTS[shortcut].keys : [];
  const hint = keys.length > 0 ? `${label} (${keys.flatMap(keyCaps).join(" ")})` : label;
  return (
    <button
      type="button"
      className={cx(styles.iconButton, className)}
      aria-label={label}
      title={hint}
      {...rest}
    >
      <Icon of={icon} size={size} />
    </button>
  );
}

export function Skeleton({ width, height }: { width: string; height?: number }) {
  return (
    <span
      className={styles.skeleton}
      style={{ width, ...(height ? { height, borderRadius: height } : {}) }}
    />
  );
}

/** Shown only if it takes longer than a moment. */
export const lateClass = styles.late ?? "";

export function EmptyState(props: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <Icon of={props.icon} size={24} />
      <h2>{props.title}</h2>
      {props.children && <p>{props.children}</p>}
      {props.action}
    </div>
  );
}

export function Dialog(props: { label: string; width?: number; onClose: () => void; children: ReactNode }) {
  const { label, width, onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    if (element && !element.open) {
      element.showModal();
      element.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    }
    return () => {
      element?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const style: Variables | undefined = width ? { "--width": `${width}px` } : undefined;
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      style={style}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {children}
    </dialog>
  );
}

export function DialogHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className={styles.dialogHead}>
      <h2>{title}</h2>
      {children}
    </header>
  );
}

export function Confirm(props: {
  title: string;
  text: string;
  confirm: string;
  cancel: string;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog label={props.title} onClose={props.onClose}>
      <div className={styles.confirm}>
        <h2>{props.title}</h2>
        <p>{props.text}</p>
        <footer>
          <Button onClick={props.onClose}>{props.cancel}</Button>
          <Button
            variant="primary"
            data-autofocus
            onClick={() => {
              props.onClose();
              props.onConfirm();
            }}
          >
            {props.confirm}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}

export function Banner(props: {
  tone: "warn" | "ok" | "plain";
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  aside?: ReactNode;
}) {
  const tone = { warn: styles.warn, ok: styles.ok, plain: "" }[props.tone];
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

/** A pane that breaks does not take the others with it. */
export class Pane extends Component<
  { fallback: (retry: () => void) => ReactNode; children: ReactNode },
  { broken: boolean }
> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    return this.state.broken
      ? this.props.fallback(() => this.setState({ broken: false }))
      : this.props.children;
  }
}
