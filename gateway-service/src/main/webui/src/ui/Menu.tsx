import { type ReactNode, useRef, useState } from "react";
import type { Placement } from "react-aria/useOverlayPosition";
import { Pressable } from "./Button";
import styles from "./Menu.module.css";
import { part } from "./part";

export interface MenuAction {
  id: string;
  text: string;
  /** A picture before the text. */
  picture?: ReactNode;
  run: () => void;
}

/** What a menu offers: things to do, or a choice of which one holds. Each group may have a heading. */
export type MenuGroup =
  | { kind: "actions"; id: string; heading?: string; actions: readonly MenuAction[] }
  | {
      kind: "choice";
      id: string;
      heading: string;
      value: string;
      options: readonly (readonly [value: string, text: string])[];
      choose: (value: string) => void;
    };

interface MenuProps {
  /** The accessible name of button and menu. */
  label: string;
  /** What is seen of the button. */
  face: ReactNode;
  className?: string | undefined;
  placement: Placement;
  head?: ReactNode;
  groups: readonly MenuGroup[];
  onOpen?: () => void;
}

const MenuList = part(() => import("./MenuList").then(({ MenuList }) => MenuList));

/** A button with a menu: arrows, Home, End and letters move, Esc gives the focus back. The menu is loaded with the first need. */
export function Menu({ label, face, className, placement, head, groups, onOpen }: MenuProps) {
  const [open, setOpen] = useState<false | "first" | "last">(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const show = (focus: "first" | "last") => {
    onOpen?.();
    setOpen(focus);
  };
  return (
    <>
      <Pressable
        ref={trigger}
        className={className}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open !== false}
        onHoverStart={() => MenuList.preload()}
        onFocus={() => MenuList.preload()}
        onPress={() => show("first")}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") show("first");
          else if (event.key === "ArrowUp") show("last");
          else event.continuePropagation();
        }}
      >
        <span className="sr">{label}</span>
        <span aria-hidden="true" className={styles.face}>
          {face}
        </span>
      </Pressable>
      {open && (
        <MenuList
          label={label}
          trigger={trigger}
          placement={placement}
          focus={open}
          head={head}
          groups={groups}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
