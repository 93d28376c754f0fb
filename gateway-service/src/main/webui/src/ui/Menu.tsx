import {
  type ButtonHTMLAttributes,
  type CSSProperties,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { Check } from "lucide-react";
import { cx } from "../lib/cx";
import styles from "./ui.module.css";
import { Icon } from "./basics";

interface MenuProps {
  /** The accessible name of button and menu. */
  label: string;
  button: ReactNode;
  buttonProps?: ButtonHTMLAttributes<HTMLButtonElement>;
  className?: string | undefined;
  /** Where the menu opens from its button. */
  place: CSSProperties;
  children: (close: () => void) => ReactNode;
}

/** A button with a menu: arrows, Home, End and letters move, Esc gives the focus back. */
export function Menu({ label, button, buttonProps, className, place, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
  const close = (refocus = true) => {
    setOpen(false);
    if (refocus) trigger.current?.focus();
  };

  useEffect(() => {
    if (!open) return;
    (items().find((item) => item.getAttribute("aria-checked") === "true") ?? items()[0])?.focus();
    const outside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const go = (index: number) => all[(index + all.length) % all.length]?.focus();
    if (event.key === "Escape") close();
    else if (event.key === "Tab") setOpen(false);
    else if (event.key === "ArrowDown") go(at + 1);
    else if (event.key === "ArrowUp") go(at - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(-1);
    else if (event.key.length === 1 && event.key !== " ") {
      const letter = event.key.toLocaleLowerCase();
      const rest = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      rest.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter))?.focus();
    } else return;
    if (event.key !== "Tab") event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={root} style={{ position: "relative" }}>
      <button
        type="button"
        ref={trigger}
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        title={label}
        {...buttonProps}
        onClick={() => setOpen(!open)}
      >
        <span className="sr">{label}</span>
        <span aria-hidden="true" className={styles.contents}>
          {button}
        </span>
      </button>
      {open && (
        <div
          ref={menu}
          id={id}
          role="menu"
          aria-label={label}
          className={styles.menu}
          style={place}
          onKeyDown={onKeyDown}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}

export function MenuItem({ children, onClick }: { children: ReactNode; onClick: () => void }) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} className={styles.menuItem} onClick={onClick}>
      {children}
    </button>
  );
}

export function MenuLink({ children, href }: { children: ReactNode; href: string }) {
  return (
    <a
      role="menuitem"
      tabIndex={-1}
      className={styles.menuItem}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
    >
      {children}
    </a>
  );
}

export function MenuRadios<T extends string>(props: {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}) {
  return (
    <div role="group" aria-label={props.label}>
      <div className={styles.menuGroup} aria-hidden="true">
        {props.label}
      </div>
      {props.options.map(([value, text]) => (
        <button
          key={value}
          type="button"
          role="menuitemradio"
          aria-checked={value === props.value}
          tabIndex={-1}
          className={styles.menuItem}
          onClick={() => props.onChange(value)}
        >
          <span className={cx("grow")}>{text}</span>
          {value === props.value && (
            <span className={styles.check}>
              <Icon of={Check} />
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

export function MenuLine() {
  return <div className={styles.menuLine} role="separator" />;
}

export function MenuHead({ children }: { children: ReactNode }) {
  return <div className={styles.menuHead}>{children}</div>;
}
