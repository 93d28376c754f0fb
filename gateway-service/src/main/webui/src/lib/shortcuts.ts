import { useEffect, useRef } from "react";
import { localStore } from "./storage";

/** All keys of the app, in one place: the listener, the hints on buttons and the help read from here. */
export const SHORTCUTS = {
  next: { keys: ["j"], label: "shortcut.next", group: "move" },
  previous: { keys: ["k"], label: "shortcut.previous", group: "move" },
  focusThread: { keys: ["Enter"], label: "shortcut.focusThread", group: "move", fixed: true },
  nextPane: { keys: ["F6"], label: "shortcut.nextPane", group: "move" },
  previousPane: { keys: ["Shift+F6"], label: "shortcut.previousPane", group: "move" },
  details: { keys: ["d"], label: "shortcut.details", group: "move" },
  take: { keys: ["c"], label: "shortcut.take", group: "decide" },
  resolve: { keys: ["e"], label: "shortcut.resolve", group: "decide" },
  reopen: { keys: ["Shift+e"], label: "shortcut.reopen", group: "decide" },
  reply: { keys: ["r"], label: "shortcut.reply", group: "write" },
  note: { keys: ["n"], label: "shortcut.note", group: "write" },
  template: { keys: ["t"], label: "shortcut.template", group: "write" },
  send: { keys: ["Enter"], label: "shortcut.send", group: "write", fixed: true },
  newLine: { keys: ["Shift+Enter"], label: "shortcut.newLine", group: "write", fixed: true },
  leave: { keys: ["Escape"], label: "shortcut.leave", group: "write", fixed: true },
  goMine: { keys: ["g", "m"], label: "shortcut.goMine", group: "goto" },
  goUnassigned: { keys: ["g", "u"], label: "shortcut.goUnassigned", group: "goto" },
  search: { keys: ["/"], label: "shortcut.search", group: "goto" },
  help: { keys: ["?"], label: "shortcut.help", group: "goto" },
} as const satisfies Record<string, Shortcut>;

interface Shortcut {
  keys: readonly string[];
  label: `shortcut.${string}`;
  group: "move" | "decide" | "write" | "goto";
  /** Handled where it happens (a field, the list), listed here for the help. */
  fixed?: boolean;
}

export type ShortcutName = keyof typeof SHORTCUTS;

const definitions = Object.entries(SHORTCUTS as Record<ShortcutName, Shortcut>) as [ShortcutName, Shortcut][];
const handlers = new Map<ShortcutName, (() => void)[]>();
const SWITCH = "centralino.singleKeys";

export const singleKeys = {
  on: (): boolean => localStore.read(SWITCH) !== "off",
  turn: (on: boolean): void => localStore.write(SWITCH, on ? null : "off"),
};

/** Runs `handler` on the keys of `name` while the component is there and `enabled`. The latest one wins. */
export function useShortcut(name: ShortcutName, handler: () => void, enabled = true): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!enabled) return;
    const run = () => latest.current();
    const stack = handlers.get(name) ?? [];
    handlers.set(name, [...stack, run]);
    return () => {
      handlers.set(
        name,
        (handlers.get(name) ?? []).filter((other) => other !== run),
      );
    };
  }, [name, enabled]);
}

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(radio|checkbox|button|range)$/.test(target.type));

const isSingle = (key: string): boolean => key.length === 1;

let prefix: { key: string; at: number } | null = null;

/** Matched by the character that a key gives, so every keyboard layout works. */
export function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector("[role=dialog], [role=menu]")) return;
  const key = event.key;
  if (isSingle(key) && (inField(event.target) || !singleKeys.on())) return;
  const before = prefix && event.timeStamp - prefix.at < 1_500 ? prefix.key : null;
  prefix = null;
  const shifted = event.shiftKey && (key.length > 1 || /\p{L}/u.test(key));
  const pressed = (shifted ? "Shift+" : "") + (isSingle(key) ? key.toLowerCase() : key);
  for (const [name, { keys, fixed }] of definitions) {
    if (fixed) continue;
    const matches =
      keys.length === 2 ? before === keys[0] && pressed === keys[1] : before === null && pressed === keys[0];
    const handler = matches ? handlers.get(name)?.at(-1) : undefined;
    if (handler) {
      event.preventDefault();
      handler();
      return;
    }
  }
  if (definitions.some(([, { keys }]) => keys.length === 2 && keys[0] === pressed)) {
    prefix = { key: pressed, at: event.timeStamp };
  }
}

const isMac = (): boolean => /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");

/** How a key is written on its cap. */
export const keyCaps = (key: string): string[] =>
  key.split("+").map((part) => {
    if (part === "Shift") return "⇧";
    if (part === "Escape") return "Esc";
    if (part === "Control") return isMac() ? "⌘" : "Ctrl";
    return part.length === 1 ? part.toUpperCase() : part;
  });
