import { Plus } from "lucide-react";
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { Popover } from "react-aria-components/Popover";
import { useT } from "../../../i18n";
import { Pressable } from "../../../ui/Button";
import { Icon } from "../../../ui/Icon";
import styles from "./Tools.module.css";

const FIRST = ["👍", "❤️", "😂", "🙏", "✅"];
const MORE = [
  ...["😊", "😀", "😉", "😍", "🤩", "🥰", "😅", "🤣", "😎", "🤔", "😮", "😢", "😭", "😞", "😴", "😇"],
  ...["👋", "👌", "👏", "🙌", "🤝", "💪", "👀", "🤞", "👎", "💯", "🔥", "✨", "🎉", "🎁", "⭐", "☀️"],
  ...["❤️‍🔥", "💙", "💚", "💛", "💜", "🖤", "☕", "🍕", "🚚", "📦", "🛒", "💶", "📞", "📅", "⏰", "📍"],
  ...["❗", "❓", "❌", "ℹ️", "🆗", "🇮🇹"],
];
const ACROSS = 6;

interface EmojisProps {
  trigger: RefObject<HTMLElement | null>;
  /** The one that stands there. */
  chosen: string | undefined;
  onChoose: (emoji: string) => void;
  onClose: () => void;
}

/** Emojis to set on a message. Arrow keys go through them. */
export function Emojis({ trigger, chosen, onChoose, onClose }: EmojisProps) {
  const t = useT();
  const [all, setAll] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  const begin = useCallback((element: HTMLDivElement | null) => {
    grid.current = element;
    // The popover takes the focus for itself first.
    requestAnimationFrame(() => element?.querySelector("button")?.focus());
  }, []);
  // What was pressed for more gave its place to the first of them.
  useEffect(() => {
    if (all) grid.current?.querySelectorAll("button")[FIRST.length]?.focus();
  }, [all]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: ACROSS, ArrowUp: -ACROSS }[event.key];
    if (!step) return;
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step];
    event.preventDefault();
    next?.focus();
  };
  return (
    <Popover
      className={styles.popover}
      aria-label={t("tools.emojis")}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      triggerRef={trigger}
      placement="top"
    >
      <div
        ref={begin}
        className={styles.emojis}
        role="group"
        aria-label={t("tools.emojis")}
        onKeyDown={onKeyDown}
      >
        {(all ? [...FIRST, ...MORE] : FIRST).map((emoji) => (
          <Pressable
            key={emoji}
            aria-pressed={emoji === chosen}
            aria-label={t(emoji === chosen ? "tools.takeAway" : "tools.reactWith", { emoji })}
            onPress={() => onChoose(emoji)}
          >
            {emoji}
          </Pressable>
        ))}
        {!all && (
          <Pressable aria-label={t("tools.more")} title={t("tools.more")} onPress={() => setAll(true)}>
            <Icon of={Plus} size={18} />
          </Pressable>
        )}
      </div>
    </Popover>
  );
}
