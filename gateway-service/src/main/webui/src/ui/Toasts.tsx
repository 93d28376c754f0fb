import { useEffect, useRef, useSyncExternalStore } from "react";
import { X } from "lucide-react";
import { Icon } from "./Icon";
import styles from "./Toasts.module.css";

export interface Toast {
  id: number;
  text: string;
  action?: { label: string; run: () => void } | undefined;
}

const SHOWN_FOR = 8_000;
let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

const change = (next: readonly Toast[]) => {
  toasts = next;
  for (const listener of [...listeners]) listener();
};

export function toast(text: string, action?: Toast["action"]): void {
  change([...toasts.slice(-2), { id: nextId++, text, action }]);
}

const dismiss = (id: number) => change(toasts.filter((other) => other.id !== id));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What just happened, with a way back. It stays while pointed at or focused; F8 goes there. */
export function Toasts({ label, closeLabel }: { label: string; closeLabel: string }) {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "F8") region.current?.querySelector("button")?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <section ref={region} className={styles.toasts} aria-label={label} aria-live="polite">
      {shown.map((item) => (
        <ToastCard key={item.id} item={item} closeLabel={closeLabel} />
      ))}
    </section>
  );
}

function ToastCard({ item, closeLabel }: { item: Toast; closeLabel: string }) {
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const arm = () => {
      timer = setTimeout(() => {
        if (card.current?.matches(":hover, :focus-within")) arm();
        else dismiss(item.id);
      }, SHOWN_FOR);
    };
    arm();
    return () => clearTimeout(timer);
  }, [item.id]);
  return (
    <div ref={card} className={styles.toast}>
      <span>{item.text}</span>
      {item.action && (
        <button
          type="button"
          onClick={() => {
            dismiss(item.id);
            item.action?.run();
          }}
        >
          {item.action.label}
        </button>
      )}
      <button type="button" className={styles.close} aria-label={closeLabel} onClick={() => dismiss(item.id)}>
        <Icon of={X} size={14} />
      </button>
    </div>
  );
}
